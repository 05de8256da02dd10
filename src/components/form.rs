//! Forms: each control with its label, its hint and what is wrong with it; and the summary of all that is wrong, which takes focus.

use leptos::prelude::*;

/// What a form shows: the values to start with or as typed, and the sentences of refusal by field.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Filled {
    /// A form showing these values.
    pub fn of(values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { values: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), errors: Vec::new() }
    }

    /// The same form after a refusal: values as typed, each error beside its field.
    pub fn refused(values: Vec<(String, String)>, errors: Vec<(String, String)>) -> Self {
        Self { values, errors }
    }

    /// The same with the refusal of one field told at another: where a form has its own name for what a command calls otherwise.
    pub fn told_at(mut self, from: &str, to: &str) -> Self {
        for (name, _) in self.errors.iter_mut().filter(|(name, _)| name == from) {
            *name = to.to_owned();
        }
        self
    }

    /// The values, as an island carries them.
    pub fn values(&self) -> &[(String, String)] {
        &self.values
    }

    /// The sentences of refusal by field.
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> String {
        self.values.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Whether a box is ticked: among the values of the name.
    pub fn ticked(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(key, ticked)| key == name && ticked == value)
    }

    /// What is wrong with a field.
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|(key, _)| key == name).map(|(_, sentence)| sentence.clone())
    }

    /// Whether anything is wrong.
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }

    fn described(&self, name: &str, hint: &str) -> Option<String> {
        let mut ids = Vec::new();
        if !hint.is_empty() {
            ids.push(format!("{name}-hint"));
        }
        if self.error(name).is_some() {
            ids.push(format!("{name}-error"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

fn around(filled: &Filled, name: &'static str, label: String, hint: String, control: AnyView) -> AnyView {
    let error = filled.error(name);
    let class = if error.is_some() { "field bad" } else { "field" };
    view! {
        <div class=class>
            <label for=name>{label}</label>
            {(!hint.is_empty()).then(|| view! { <small class="hint" id=format!("{name}-hint")>{hint}</small> })}
            {error.map(|sentence| view! { <p class="field-error" id=format!("{name}-error")>{sentence}</p> })}
            {control}
        </div>
    }
    .into_any()
}

/// A control of one line. `kind` is the input's type.
pub fn input(
    filled: &Filled,
    name: &'static str,
    label: String,
    hint: String,
    kind: &'static str,
    autocomplete: &'static str,
) -> AnyView {
    let control = view! {
        <input
            id=name
            name=name
            type=kind
            value=filled.value(name)
            dir="auto"
            autocomplete=autocomplete
            aria-describedby=filled.described(name, &hint)
            aria-invalid=filled.error(name).map(|_| "true")
        />
    };
    around(filled, name, label, hint, control.into_any())
}

/// A control of one line that offers what is known from a list on the page, by the list's id.
pub fn input_from(filled: &Filled, name: &'static str, label: String, hint: String, list: &'static str) -> AnyView {
    let control = view! {
        <input
            id=name
            name=name
            list=list
            value=filled.value(name)
            dir="auto"
            autocomplete="off"
            aria-describedby=filled.described(name, &hint)
            aria-invalid=filled.error(name).map(|_| "true")
        />
    };
    around(filled, name, label, hint, control.into_any())
}

/// A control that sends a file. `accept` is what its name may end in.
pub fn file(filled: &Filled, name: &'static str, label: String, hint: String, accept: impl Into<String>) -> AnyView {
    let accept: String = accept.into();
    let control = view! {
        <input
            id=name
            name=name
            type="file"
            accept=accept
            aria-describedby=filled.described(name, &hint)
            aria-invalid=filled.error(name).map(|_| "true")
        />
    };
    around(filled, name, label, hint, control.into_any())
}

/// A control of several lines.
pub fn area(filled: &Filled, name: &'static str, label: String, hint: String) -> AnyView {
    // The framework does not escape a textarea's children.
    let text = escaped(&filled.value(name));
    let control = view! {
        <textarea
            id=name
            name=name
            rows="4"
            dir="auto"
            aria-describedby=filled.described(name, &hint)
            aria-invalid=filled.error(name).map(|_| "true")
            inner_html=format!("\n{text}")
        ></textarea>
    };
    around(filled, name, label, hint, control.into_any())
}

/// Text made safe inside an element, whatever it holds.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A choice among words: value and label.
pub fn select(filled: &Filled, name: &'static str, label: String, hint: String, options: Vec<(String, String)>) -> AnyView {
    let chosen = filled.value(name);
    let control = view! {
        <select
            id=name
            name=name
            aria-describedby=filled.described(name, &hint)
            aria-invalid=filled.error(name).map(|_| "true")
        >
            {options
                .into_iter()
                .map(|(value, label)| {
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{label}</option> }
                })
                .collect_view()}
        </select>
    };
    around(filled, name, label, hint, control.into_any())
}

/// Boxes that share a name, with what is wrong with them together. `id` is the group's.
pub fn group(filled: &Filled, id: String, legend: String, boxes: AnyView) -> AnyView {
    let error = filled.error(&id).map(|sentence| (format!("{id}-error"), sentence));
    let described = error.as_ref().map(|(id, _)| id.clone());
    view! {
        <fieldset id=id aria-describedby=described>
            <legend>{legend}</legend>
            {error.map(|(id, sentence)| view! { <p class="field-error" id=id>{sentence}</p> })}
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// A box to tick. Its id names the value too, so that several may share a name.
pub fn tick(filled: &Filled, name: &'static str, value: &str, label: String) -> AnyView {
    let id = format!("{name}-{value}");
    view! {
        <p class="check">
            <input id=id.clone() type="checkbox" name=name value=value.to_owned() checked=filled.ticked(name, value) />
            <label for=id>{label}</label>
        </p>
    }
    .into_any()
}

/// What is wrong, all of it, with a link to each field; takes focus when the page opens.
pub fn summary(filled: &Filled, title: String) -> AnyView {
    if !filled.is_refused() {
        return ().into_any();
    }
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
            <h2>{title}</h2>
            <ul>
                {filled
                    .errors
                    .iter()
                    .map(|(name, sentence)| view! { <li><a href=format!("#{name}")>{sentence.clone()}</a></li> })
                    .collect_view()}
            </ul>
        </div>
    }
    .into_any()
}
