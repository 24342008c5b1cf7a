/** All the style of the report: the product's tokens (src/ui/tokens.css) and the few shapes it needs, so that the file stands alone. */
export const STYLES = `
:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#1b2422;--sunken:#f4f2eb;--spot:#0f5a54;--muted:#55605c;--rule:#dcd8cc;--rule-strong:#76807b;--wash:#e6efec;--mark:#ffc64a;--mark-ink:#1b2422}
@media (prefers-color-scheme:dark){:root{--paper:#141a18;--ink:#ecebe4;--sunken:#1c2422;--spot:#86d3c5;--muted:#a9b4af;--rule:#36423e;--rule-strong:#7d8984;--wash:#1d322e;--mark:#f5bf56}}
*{box-sizing:border-box;margin:0;padding:0}
html{font-family:"Inter Variable",Inter,ui-sans-serif,system-ui,sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{background:var(--paper);color:var(--ink);font-size:.9375rem;line-height:1.5}
.wrap{width:100%;max-width:76rem;margin-inline:auto;padding-inline:clamp(1rem,.4rem + 2.6vw,2rem)}
.skip{position:absolute;left:1rem;top:-4rem;z-index:10;background:var(--mark);color:var(--mark-ink);padding:.5rem 1rem;font-weight:600}
.skip:focus{top:.75rem}
header{border-bottom:5px double var(--ink)}
header p{display:flex;align-items:center;gap:.625rem;padding-block:1rem .75rem;font-weight:600}
header svg{width:1.25rem;height:1.5rem;flex:none;color:var(--spot)}
main{padding-block:1.5rem 4rem}
h1{font-size:clamp(1.75rem,1.3rem + 1.9vw,2.625rem);line-height:1.12;font-weight:660;letter-spacing:-.022em;max-width:26ch;text-wrap:balance;margin-top:.25rem}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;letter-spacing:-.012em;text-wrap:balance}
h3{font-weight:640}
p,li,dd{text-wrap:pretty}
.muted,figcaption{color:var(--muted)}
.note{font-size:.8125rem;line-height:1.45}
.prose{max-width:38rem;margin-top:1rem}
.prose+.prose{margin-top:.5rem}
section{margin-top:clamp(2.75rem,2rem + 2.4vw,4.25rem);min-width:0}
code{font-size:.9em;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.25rem 2rem;border-block:1px solid var(--rule);padding-block:1rem;margin-top:1.75rem}
.facts dt{font-size:.8125rem;color:var(--muted)}
.facts dd{font-size:1.25rem;line-height:1.3;font-weight:600}
.two{display:grid;gap:0 3.5rem}
.two>section{min-width:0}
svg.map{display:block;width:100%;height:auto;margin-top:.75rem;font-size:12.5px}
.ink{fill:var(--ink)}.soft{fill:var(--muted)}
.thread{fill:none;stroke:var(--rule-strong);stroke-width:1.75;opacity:.85}
.ribbon{fill:var(--rule-strong);opacity:.55;stroke:var(--paper);stroke-width:.5}
table{width:100%;border-collapse:collapse}
caption{text-align:left;padding-block:.25rem;color:var(--muted);font-size:.8125rem}
th,td{text-align:left;vertical-align:top;padding:.625rem 1rem .625rem 0;border-bottom:1px solid var(--rule);overflow-wrap:break-word}
.pairs th:first-child{width:32%}
.pairs :is(th,td):not(.num){overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8125rem;font-weight:500;color:var(--muted);border-bottom:1px solid var(--rule-strong);vertical-align:bottom;overflow-wrap:normal}
tbody th{font-weight:560}
.num{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.plain{font-weight:400;color:var(--muted);font-size:.8125rem;line-height:1.45;display:block}
.scroll{overflow-x:auto;margin-top:1.5rem}
summary{cursor:pointer;list-style:none;display:inline-flex;align-items:baseline;gap:.4em;color:var(--spot);padding-block:.25rem;min-height:1.75rem}
summary::-webkit-details-marker{display:none}
summary::before{content:"+";width:.7em;display:inline-block}
[open]>summary::before{content:"\\2013"}
summary>span{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
summary:hover>span{text-decoration-thickness:3px}
:is(summary,a,[tabindex]):focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 8px var(--mark)}
.parts{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.125rem 1rem;padding:.25rem 0 .5rem 1.1em;font-size:.8125rem;line-height:1.45}
.parts dd{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.ranks{padding:0 0 .5rem 1.1em;font-size:.8125rem;line-height:1.45;color:var(--muted)}
.list{list-style:none;border-bottom:1px solid var(--rule);margin-top:.75rem}
.list>li{border-top:1px solid var(--rule);padding-block:1rem;display:grid;gap:.25rem 2.5rem}
footer{border-top:1px solid var(--rule);padding-block:1.5rem;color:var(--muted);font-size:.8125rem}
@media (min-width:40rem){.facts{grid-template-columns:repeat(4,minmax(0,1fr))}.list>li{grid-template-columns:minmax(0,1fr) minmax(0,1.6fr)}}
@media (min-width:64rem){.two{grid-template-columns:23rem minmax(0,1fr)}.two>section:first-child{position:sticky;top:1.5rem;align-self:start}}
@media (max-width:39.99rem){.pairs thead{position:absolute;clip-path:inset(50%)}.pairs tr{display:grid;grid-template-columns:minmax(0,1fr) auto;border-bottom:1px solid var(--rule);padding-block:.75rem}.pairs :is(th,td){border:0;padding:0}.pairs .why{grid-column:1/-1;grid-row:2;padding-top:.25rem}}
@media print{:root{--paper:#fff;--ink:#000;--muted:#444;--spot:#000}.skip{display:none}.two{display:block}.two>section:first-child{position:static}tr,li,figure{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto;display:block}}
@media (forced-colors:active){.thread,.ribbon{forced-color-adjust:none}}
`
