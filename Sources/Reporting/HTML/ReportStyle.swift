/// The style sheet of the page.
///
/// It has no colour that is the only sign of something: bars carry patterns, states a sign.
enum ReportStyle {
  /// The whole style sheet, as the Content-Security-Policy hashes it.
  static let text: StaticString = #"""
    :root{color-scheme:light dark;
    --paper:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#566172;--line:#dfe3e9;--link:#0b5cad;--shade:#eef1f5;
    --legacy:#d55e00;--legacy2:#f0a56b;--submission:#0072b2;--submissions:#00896a;--unknown:#8b93a1;--unknown2:#c9ced6;
    --blocked:#8e1b3a;--blocked2:#c96a84;--notReady:#d55e00;--moving:#e0a100;--moving2:#f3d58a;--ready:#0072b2;
    --good:#0a6b4f;--goodbg:#e6f4ef;--warn:#8a5a00;--warnbg:#fdf4dd;--bad:#a33a00;--badbg:#fdeee4}
    @media (prefers-color-scheme:dark){:root{
    --paper:#12161c;--card:#1a2029;--ink:#e6eaf0;--soft:#9da8b7;--line:#2e3744;--link:#7fb8f5;--shade:#222a35;
    --legacy:#e8752a;--legacy2:#8f4413;--submission:#4fa3dc;--submissions:#2fb592;--unknown:#7b8593;--unknown2:#4b5461;
    --blocked:#e27291;--blocked2:#7d2a44;--notReady:#e8752a;--moving:#e9b93c;--moving2:#8f6f17;--ready:#4fa3dc;
    --good:#6fd3b1;--goodbg:#14302a;--warn:#f0c868;--warnbg:#352b14;--bad:#ffa36e;--badbg:#3a2116}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
    "Noto Sans","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;
    overflow-wrap:break-word}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:3px}
    a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{
    outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    .skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:8px;background:var(--card);padding:8px 12px;z-index:9}
    .page{max-width:1180px;margin:0 auto;padding:40px 28px 72px}
    header h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.15rem);line-height:1.2;letter-spacing:-.015em;margin:0 0 10px;
    font-weight:700;text-wrap:balance}
    .meta{color:var(--soft);margin:0;font-size:.94rem}
    .label{display:inline-block;font-size:.8rem;font-weight:650;letter-spacing:.02em;border:1.5px solid currentColor;
    border-radius:999px;padding:1px 11px;color:var(--warn);margin:0 0 14px}
    .private{font-size:.88rem;color:var(--soft);margin:6px 0 0;max-width:76ch}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:22px 0 0;font-size:.94rem}
    section{margin-top:44px;scroll-margin-top:12px}
    h2{font-size:1.32rem;letter-spacing:-.01em;line-height:1.25;margin:0 0 6px}
    h3{font-size:1.03rem;margin:0 0 4px;line-height:1.35}
    .intro{color:var(--soft);margin:0 0 16px;max-width:76ch}
    .card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:22px 24px}
    .verdict{border-radius:18px;padding:28px 32px 30px;margin-top:28px;border:1px solid var(--line);
    background:var(--card);--tone:var(--soft);position:relative;overflow:hidden}
    .verdict::before{content:"";position:absolute;inset:0 auto 0 0;width:8px;background:var(--tone)}
    .verdict h2{font-size:clamp(1.35rem,1.05rem + 1.4vw,1.85rem);text-wrap:balance;margin:0 0 10px}
    .verdict p{margin:0 0 4px;max-width:74ch}.verdict .lead{font-size:1.1rem;font-weight:600;margin-bottom:10px}
    .kicker{text-transform:uppercase;letter-spacing:.09em;font-size:.76rem;font-weight:700;color:var(--soft)}
    .bad{--tone:var(--legacy)}.bad .sign{color:var(--bad)}
    .attention{--tone:var(--moving)}.attention .sign{color:var(--warn)}
    .good{--tone:var(--submissions)}.good .sign{color:var(--good)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-top:22px}
    .tile{display:block;text-decoration:none;color:inherit;background:var(--shade);border-radius:12px;padding:14px 18px}
    .tile:hover{box-shadow:inset 0 0 0 2px var(--link)}
    .tile strong{display:block;font-size:2.1rem;line-height:1.15;letter-spacing:-.02em}
    .tile span{color:var(--soft);font-size:.9rem;line-height:1.35;display:block}
    .totals{display:flex;flex-wrap:wrap;gap:8px 30px;margin:22px 0 0;padding:0;list-style:none;font-size:.95rem}
    .totals strong{font-size:1.06rem}.totals a{color:inherit;text-decoration:none;border-bottom:1px solid var(--line)}
    .totals a:hover{border-color:var(--link)}
    .notes{background:var(--warnbg);border:1px solid var(--line);border-radius:14px;padding:18px 24px;margin-top:24px}
    .notes h2{font-size:1.03rem;color:var(--warn)}.notes ul{margin:0;padding-left:20px}.notes li{margin:3px 0}
    .advice ol{padding-left:22px;margin:14px 0 0}.advice li{margin:0 0 18px;padding-left:4px}
    .advice .formats{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(440px,100%),1fr));gap:16px}
    .advice .small{margin:0}.advice details{margin-top:8px}
    .server .card{border-left:8px solid var(--tone,var(--line));margin:10px 0 16px}.server .card p{margin:0 0 4px}
    .server .lead{font-size:1.08rem;font-weight:600}.server .id{min-width:0}.server h3{margin-top:22px}
    .findings{list-style:none;margin:0;padding:0}.findings .head{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
    pre{background:var(--shade);border-radius:10px;padding:12px 16px;white-space:pre-wrap;margin:8px 0 0;font-size:.86rem;
    line-height:1.55}
    code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
    overflow-wrap:anywhere}
    code{font-size:.88em}
    .small{font-size:.87rem;color:var(--soft)}
    footer{margin-top:56px;padding-top:18px;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
    :target{scroll-margin-top:16px}
    tr:target>*,article:target,li:target{background:var(--warnbg)}
    @media (max-width:700px){.page{padding:22px 16px 48px}.verdict{padding:20px 16px 20px 22px}
    .card{padding:16px}section{margin-top:34px}.tiles{grid-template-columns:1fr 1fr;gap:10px}.tile{padding:12px 14px}
    .tile strong{font-size:1.7rem}.notes{padding:16px 18px}}
    @media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--shade:#f2f2f2;
    --link:#000}body{font-size:10.5pt}.page{max-width:none;padding:0}nav,.controls,.skip,.top{display:none}
    .card,.tile,article,tr,li{break-inside:avoid}.verdict{break-inside:avoid}a{text-decoration:none}
    h2,h3{break-after:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

    """#
}
