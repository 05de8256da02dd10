// Brings the islands of this page to life. Without it every page still works through links and plain forms.
//
// A server-rendered island is a `leptos-island` element whose `data-component` names a function of the wasm module. Each is
// hydrated before the elements inside it, in document order. What a page nests inside an island sits in `leptos-children`: the
// island leaves a callback there (`$$on_hydrate`), which gives the islands inside the context of the one around them.
import start, * as islands from "/assets/accord.js";

async function hydrateWithin(node, giveContext) {
  for (const child of node.children) {
    const name = child.localName;
    if (name === "leptos-island") {
      await hydrate(child, giveContext);
    }
    await hydrateWithin(child, name === "leptos-children" ? child.$$on_hydrate : giveContext);
  }
}

async function hydrate(element, giveContext) {
  const component = islands[element.dataset.component];
  if (!component) {
    console.error(`There is no island ${element.dataset.component}.`);
    return;
  }
  giveContext?.();
  await component(element);
}

await start({ module_or_path: "/assets/accord.wasm" });
islands.hydrate();
await hydrateWithin(document.body);
document.body.dataset.hydrated = "true";
