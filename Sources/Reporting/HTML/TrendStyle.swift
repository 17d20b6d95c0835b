/// The style sheet of the trend; a page without one does not carry it.
enum TrendStyle {
  /// A block of its own, which the Content-Security-Policy hashes by itself.
  static let text: StaticString = #"""
    .cutover{margin:0 0 16px;padding:22px 28px 22px 32px}
    .cutover h3{font-size:clamp(1.2rem,1rem + 1vw,1.5rem);line-height:1.25;margin:2px 0 8px}
    .cutover p{margin:0 0 4px;max-width:80ch}
    .trend .card{margin:0 0 16px}
    .burn{position:relative}
    .burn .left{fill:none;stroke:var(--legacy);stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
    .burn .under{fill:var(--legacy);opacity:.13}
    .burn .perhaps,.key .perhaps{fill:none;stroke:var(--unknown);stroke-width:2.5;stroke-dasharray:1 6;stroke-linecap:round}
    .burn .ahead,.key .ahead{fill:none;stroke:var(--legacy);stroke-width:2;stroke-dasharray:7 6}
    .burn .cut,.key .cut{stroke:var(--ink);stroke-width:2}
    .burn .gap{fill:var(--shade)}
    .burn text{font-size:12.5px;fill:var(--ink);font-weight:600}
    .burn path,.burn polyline{vector-effect:non-scaling-stroke}
    .key{flex:none}.key .left{stroke:var(--legacy);stroke-width:3}
    .said{margin:14px 0 0;max-width:80ch}
    .groups{columns:3 300px;column-gap:36px;margin-top:10px}.groups div{margin-bottom:18px}
    .groups h4{font-size:.95rem;margin:0 0 4px;break-after:avoid}.groups h4 strong{font-size:1.15rem;margin-right:6px}
    .who{list-style:none;margin:0;padding:0;font-size:.9rem}
    .who li{break-inside:avoid;padding:5px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
    .who b{font-weight:600}.who small{display:block;color:var(--soft);font-size:.92em;overflow-wrap:normal}
    .who small span{display:inline-block;margin-right:1em}
    .steps{list-style:none;margin:12px 0 0;padding:0;display:grid;gap:10px}
    .steps div{display:flex;justify-content:space-between;gap:14px;font-size:.94rem;margin-bottom:3px}
    @media (max-width:700px){.cutover{padding:18px 16px 18px 24px}}
    @media print{.trend .card,.cutover{break-inside:avoid}.groups{columns:3}
    .trend .card:has(.groups){break-inside:auto;box-decoration-break:clone}}

    """#
}
