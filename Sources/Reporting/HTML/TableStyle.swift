/// The part of the style sheet for tables, evidence and charts.
enum TableStyle {
  /// Tables become cards on a phone; wide ones scroll in their own box elsewhere.
  static let text: StaticString = #"""
    .scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:14px}
    table{border-collapse:collapse;width:100%;font-size:.93rem}
    th,td{text-align:left;padding:10px 11px;vertical-align:top;border-bottom:1px solid var(--line)}
    tbody tr:last-child>*{border-bottom:0}
    thead th{font-size:.82rem;color:var(--soft);font-weight:650;vertical-align:bottom;line-height:1.3;
    background:var(--shade)}
    tfoot td,tfoot th{border-top:2px solid var(--line);font-weight:650}
    .n{text-align:right}td.n{white-space:nowrap}
    td.n a{color:inherit}td small,.kind{color:var(--soft);font-size:.84em}
    .when{min-width:6.4em}
    .id{font-weight:600;overflow-wrap:anywhere;min-width:250px}#addresses .id{min-width:150px}.id a{color:inherit}
    #addresses td.full{overflow-wrap:anywhere;min-width:13em}
    #addresses table{font-size:.86rem}#addresses th,#addresses td{padding:8px 6px}#addresses th:first-child,
    #addresses td:first-child{padding-left:14px}#addresses th{font-size:.78rem}
    .kind{display:block;font-weight:400}
    .none{color:var(--soft)}
    .state{display:inline-flex;gap:6px;align-items:baseline;white-space:nowrap;font-size:.87rem;font-weight:600;
    padding:1px 10px;border-radius:999px;border:1.5px solid currentColor}
    .state.blocked{color:var(--blocked)}.state.notReady{color:var(--bad)}.state.moving{color:var(--warn)}
    .state.unknown{color:var(--soft);border-style:dashed}.state.ready{color:var(--link)}
    .controls{display:flex;flex-wrap:wrap;gap:10px 16px;align-items:center;margin:0 0 12px;font-size:.93rem}
    .controls[hidden]{display:none}
    .controls label{display:flex;gap:8px;align-items:center;min-width:0}.controls select{min-width:0;max-width:100%}
    .controls output{color:var(--soft)}
    input,select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:9px;
    padding:6px 11px;min-height:38px}
    input{width:min(260px,60vw)}
    th button{all:unset;cursor:pointer;display:inline-flex;gap:4px}th button:hover{text-decoration:underline}
    th[aria-sort=ascending] button::after{content:"▲"}th[aria-sort=descending] button::after{content:"▼"}
    th button::after{content:"↕";opacity:.55}
    .more{padding:10px 2px;color:var(--soft)}
    .refusal{margin-top:30px}.refusal .scroll table{table-layout:fixed;min-width:860px}.refusal thead th{width:9%}
    .refusal thead th:first-child{width:30%}.refusal thead th:nth-child(n+5){width:11%}
    .refusal thead th:last-child{width:21%}.refusal .id{min-width:0}.refusal .intro{margin:0 0 12px}.refusal h3 .count{color:var(--soft);font-weight:500}
    .lines{list-style:none;margin:0;padding:0;font-size:.88rem}.lines li{padding:2px 0;overflow-wrap:anywhere}
    .people{display:grid;gap:14px}
    .people article{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:18px 22px;
    content-visibility:auto;contain-intrinsic-size:auto 300px}
    .people header{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;margin-bottom:8px}
    .people h3{overflow-wrap:anywhere}
    .facts{display:flex;flex-wrap:wrap;gap:2px 26px;margin:0 0 10px;font-size:.92rem}
    .facts div{display:flex;gap:7px}.facts dt{color:var(--soft)}.facts dd{margin:0;font-weight:600}
    .cols{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:12px 32px}
    .cols h4{font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;color:var(--soft);margin:10px 0 4px}
    .mini{font-size:.88rem}.mini th,.mini td{padding:4px 10px 4px 0}.mini thead th{background:none}
    .mini .n{padding-right:22px}
    .charts{display:grid;grid-template-columns:1fr 1fr;gap:16px}.stack{display:grid;gap:16px;grid-template-rows:auto 1fr}.wide{grid-column:1/-1}
    .charts>*,.stack>*,.people>*,.cols>*{min-width:0}.cols>*,.card details:has(table){overflow-x:auto}
    figure{margin:0}figcaption{font-weight:650;margin-bottom:14px}
    svg{display:block;overflow:hidden}
    .plot{display:grid;grid-template-columns:auto 1fr;gap:0 10px}
    .axis{display:flex;flex-direction:column;justify-content:space-between;text-align:right;font-size:.8rem;
    color:var(--soft);height:216px;line-height:16px;margin:-8px 0}
    .ticks{grid-column:2;display:flex;justify-content:space-between;font-size:.8rem;color:var(--soft);margin-top:6px}
    .ticks.few{justify-content:space-around}
    .grid{stroke:var(--line);stroke-width:1}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:6px 24px;padding:0;margin:14px 0 0;font-size:.92rem}
    .legend li{display:flex;gap:8px;align-items:center}.legend svg{flex:none;border-radius:3px}
    .legend a{color:inherit}
    .ranks{list-style:none;margin:0;padding:0;display:grid;gap:12px}
    .ranks div{display:flex;justify-content:space-between;gap:14px;font-size:.92rem;margin-bottom:3px}
    .ranks a{overflow-wrap:anywhere}
    .f-legacy{fill:var(--legacy)}.f-legacy2{fill:var(--legacy2)}.f-submission{fill:var(--submission)}
    .f-submissions{fill:var(--submissions)}.f-unknown{fill:var(--unknown)}.f-unknown2{fill:var(--unknown2)}
    .f-blocked{fill:var(--blocked)}.f-blocked2{fill:var(--blocked2)}.f-moving{fill:var(--moving)}
    .f-moving2{fill:var(--moving2)}.f-ready{fill:var(--ready)}.f-track{fill:var(--shade)}
    .defs{position:absolute}
    td details{margin:4px 0 0}td details .lines{min-width:16em;font-weight:400}
    details{margin-top:14px;font-size:.92rem}summary{cursor:pointer;color:var(--soft)}
    details table{margin-top:8px}.samples{list-style:none;padding:0;margin:8px 0 0;display:grid;gap:6px}
    .samples code{display:block;background:var(--shade);border-radius:8px;padding:6px 12px}
    @media (max-width:1060px){.long,.long td,.long th{display:block}.long thead{display:none}
    .long tr{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;padding:14px 16px;border-bottom:1px solid var(--line)}
    .long tr:last-child{border-bottom:0}.long th,.long td{border:0;padding:0;min-width:0}.long td.n{text-align:left}
    .long .id,.long .full{grid-column:1/-1}.long td[data-label]::before{content:attr(data-label);display:block;
    font-size:.78rem;color:var(--soft);font-weight:400}.long td:empty{display:none}}
    @media (max-width:860px){.charts,.cols{grid-template-columns:1fr}}
    @media (max-width:700px){
    .people article{padding:14px 16px}.refusal .scroll table{min-width:0}.id,#addresses .id,#addresses td.full{min-width:0}
    .mini th,.mini td{padding-right:8px}.mini .n{padding-right:10px}.mini td.n{white-space:normal}
    .cards{display:block}.cards thead{display:none}.cards tbody,.cards tfoot{display:grid;gap:0}
    .cards tr{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;padding:14px 16px;
    border-bottom:1px solid var(--line)}
    .cards tr[hidden]{display:none}
    .cards tbody tr:last-child{border-bottom:0}
    .cards th,.cards td{display:block;border:0;padding:0;text-align:left;white-space:normal;min-width:0}
    .cards tfoot tr{border-top:2px solid var(--line)}
    .cards .id,.cards .full{grid-column:1/-1}
    .cards td[data-label]::before{content:attr(data-label);display:block;font-size:.78rem;color:var(--soft);
    font-weight:400}
    .cards td.none,.cards td:empty{display:none}}
    @media print{html{font-size:12px}body{font-size:9.5pt}.controls,details:not([open]){display:none}
    .scroll{overflow:visible}.intro{break-after:avoid}.id,.refusal .scroll table{min-width:0}#addresses .id{min-width:12em}
    #addresses td.full{min-width:9em}.cols>*,.card details{overflow:visible}
    .when{min-width:5.6em}th,td{padding:5px 7px}th button{display:contents}
    th button::after,th[aria-sort] button::after{content:none}.card,.people article,.verdict{padding:12px 16px;
    border-radius:8px}section{margin-top:24px}.people{gap:8px}.tiles{grid-template-columns:repeat(4,1fr)}}

    """#
}
