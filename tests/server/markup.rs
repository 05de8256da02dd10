//! HTML as a browser's parser reads it, as a plain tree.

use std::collections::{HashMap, HashSet};

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// An element, or text when the name is empty.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Node>,
}

/// A document.
pub struct Document {
    pub root: Node,
    /// What the parser had to put right.
    pub errors: Vec<String>,
}

/// Reads a document.
pub fn read(html: &str) -> Document {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut errors: Vec<String> = dom.errors.borrow().iter().map(ToString::to_string).collect();
    // Leptos parts neighbouring texts by `<!>`, which every parser reads as an empty comment.
    let known = ["<!>", "<!--", "<!DOCTYPE html>"].iter().map(|mark| html.matches(mark).count()).sum::<usize>();
    if html.matches("<!").count() == known {
        errors.retain(|error| !error.contains("MarkupDeclarationOpen"));
    }
    Document { root: taken(&dom.document), errors }
}

fn taken(handle: &Handle) -> Node {
    let mut node = Node::default();
    match &handle.data {
        NodeData::Element { name, attrs, .. } => {
            node.name = name.local.to_string();
            node.attributes = attrs.borrow().iter().map(|at| (at.name.local.to_string(), at.value.to_string())).collect();
        }
        NodeData::Text { contents } => node.text = contents.borrow().to_string(),
        _ => {}
    }
    node.children = handle.children.borrow().iter().map(taken).collect();
    node
}

impl Node {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// This node and all below it, in document order.
    pub fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            found.extend(child.all());
        }
        found
    }

    /// The elements of a name below it.
    pub fn named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|node| node.name == name).collect()
    }

    /// The elements that carry a class.
    pub fn classed(&self, class: &str) -> Vec<&Self> {
        let carries = |node: &&Self| node.attribute("class").is_some_and(|all| all.split_whitespace().any(|one| one == class));
        self.all().into_iter().filter(carries).collect()
    }

    /// Its text, with that of all below it.
    pub fn words(&self) -> String {
        let mut words = self.text.clone();
        for child in &self.children {
            words.push_str(&child.words());
        }
        words
    }

    /// The element of an id.
    pub fn by_id(&self, id: &str) -> Option<&Self> {
        self.all().into_iter().find(|node| node.attribute("id") == Some(id))
    }
}

/// Whether a control is hidden from sight by a `details` that is closed.
pub fn in_closed_details(root: &Node, id: &str) -> bool {
    fn look(node: &Node, id: &str, closed: bool) -> bool {
        let closed = closed || (node.name == "details" && node.attribute("open").is_none());
        (closed && node.attribute("id") == Some(id)) || node.children.iter().any(|child| look(child, id, closed))
    }
    look(root, id, false)
}

const LABELLABLE: [&str; 6] = ["button", "input", "meter", "progress", "select", "textarea"];

/// Everything unsound in a document, in sentences.
pub fn faults(document: &Document) -> Vec<String> {
    let mut faults: Vec<String> = document.errors.iter().map(|error| format!("the parser: {error}")).collect();
    let nodes = document.root.all();
    let html = document.root.named("html");
    match html.first().and_then(|html| html.attribute("lang")) {
        Some("en-IN" | "es-PE" | "hi-IN") => {}
        other => faults.push(format!("the language is {other:?}")),
    }
    // A drawing has a title of its own.
    let drawn = document.root.named("svg").into_iter().map(|svg| svg.named("title").len()).sum::<usize>();
    for (name, wanted) in [("h1", 1), ("main", 1), ("title", 1 + drawn)] {
        let count = nodes.iter().filter(|node| node.name == name).count();
        if count != wanted {
            faults.push(format!("{count} {name}"));
        }
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for id in nodes.iter().filter_map(|node| node.attribute("id")) {
        *counts.entry(id).or_default() += 1;
    }
    faults.extend(counts.iter().filter(|(_, count)| **count > 1).map(|(id, count)| format!("{count} elements have the id {id}")));
    faults.extend(counts.keys().filter(|id| id.is_empty() || id.contains(char::is_whitespace)).map(|id| format!("the id {id:?}")));
    let by_id = |id: &str| nodes.iter().find(|node| node.attribute("id") == Some(id));
    for node in &nodes {
        faults.extend(faults_of(node, &by_id));
    }
    faults.extend(unlabelled(&document.root, &nodes));
    faults.extend(skipped_headings(&nodes));
    faults
}

fn faults_of<'d>(node: &Node, by_id: &dyn Fn(&str) -> Option<&'d &'d Node>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, value) in &node.attributes {
        if name.starts_with("on") {
            faults.push(format!("{} has the handler {name}", node.name));
        }
        if name == "style" {
            faults.push(format!("{} has the inline style {value}", node.name));
        }
        if matches!(name.as_str(), "href" | "src" | "action") && value.trim_start().to_lowercase().starts_with("javascript:") {
            faults.push(format!("{} leads to {value}", node.name));
        }
        if matches!(name.as_str(), "aria-describedby" | "aria-labelledby" | "aria-controls") {
            for id in value.split_whitespace().filter(|id| by_id(id).is_none()) {
                faults.push(format!("{name} of {} names {id}, which is not there", node.name));
            }
        }
    }
    match node.name.as_str() {
        "style" => faults.push("an inline style sheet".into()),
        "script" if node.attribute("src").is_none() || !node.words().trim().is_empty() => faults.push("an inline script".into()),
        "th" if !matches!(node.attribute("scope"), Some("col" | "row" | "colgroup" | "rowgroup")) => {
            faults.push(format!("a th without scope: {}", node.words()));
        }
        "label" => {
            let target = node.attribute("for");
            if !target.is_none_or(|id| by_id(id).is_some_and(|found| LABELLABLE.contains(&found.name.as_str()))) {
                faults.push(format!("the label {:?} is for {}, which is no control", node.words(), target.unwrap_or_default()));
            }
        }
        "a" if node.attribute("href").is_some_and(|href| href.starts_with('#')) => {
            let href = node.attribute("href").unwrap_or_default();
            if href.len() == 1 || by_id(&href[1..]).is_none() {
                faults.push(format!("a link leads to {href}, which is not there"));
            }
        }
        "a" | "button" if node.words().trim().is_empty() && node.attribute("aria-label").is_none_or(str::is_empty) => {
            faults.push(format!("a {} without a name", node.name));
        }
        "table" if node.children.iter().any(|child| child.name == "tr") => faults.push("a tr directly in a table".into()),
        "img" if node.attribute("alt").is_none() => faults.push("an image without an alternative".into()),
        "form" if node.attribute("method").is_none() => faults.push("a form without a method".into()),
        _ => {}
    }
    faults
}

/// Controls without a label: neither a `for`, nor a label around them, nor a name of their own.
fn unlabelled(root: &Node, nodes: &[&Node]) -> Vec<String> {
    let named: HashSet<&str> = root.named("label").into_iter().filter_map(|label| label.attribute("for")).collect();
    let wrapped: HashSet<*const Node> = root.named("label").into_iter().flat_map(Node::all).map(std::ptr::from_ref).collect();
    nodes
        .iter()
        .filter(|node| matches!(node.name.as_str(), "input" | "select" | "textarea"))
        .filter(|node| node.attribute("type") != Some("hidden"))
        .filter(|node| !node.attribute("id").is_some_and(|id| named.contains(id)))
        .filter(|node| !wrapped.contains(&std::ptr::from_ref::<Node>(node)))
        .filter(|node| node.attribute("aria-label").is_none())
        .map(|node| format!("the control {:?} has no label", node.attribute("name").unwrap_or_default()))
        .collect()
}

fn skipped_headings(nodes: &[&Node]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut last = 0;
    for node in nodes {
        let level = match node.name.as_str() {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            "h4" => 4,
            _ => continue,
        };
        if level > last + 1 {
            faults.push(format!("the heading {:?} skips a level", node.words()));
        }
        last = level;
    }
    faults
}

#[test]
fn faults_are_found() {
    let bad = "<!DOCTYPE html><html lang=en-IN><head><title>x</title></head><body onload=x><main><h1>x</h1><h3>y</h3>\
               <p id=a style=x></p><p id=a></p><label for=a>z</label><label for=none>z</label><input name=q>\
               <table><tbody><tr><th>h</th></tr></tbody></table><script>1</script><a href=#nowhere>x</a></main></body></html>";
    let found = faults(&read(bad));
    for part in
        ["handler", "inline style", "2 elements", "for a", "for none", "no label", "scope", "inline script", "#nowhere", "skips"]
    {
        assert!(found.iter().any(|fault| fault.contains(part)), "{part} was not found: {found:#?}");
    }
    let good = "<!DOCTYPE html><html lang=hi-IN><head><title>x</title></head><body><main><h1>x</h1><label for=b>z</label>\
                <input id=b><p>a<!>b</p></main></body></html>";
    assert_eq!(faults(&read(good)), Vec::<String>::new());
}
