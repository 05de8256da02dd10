//! The status control of a chapter: one form for both tracks. Hydrated, it says before the reader records what the step needs, and
//! records it without losing the page; without a script the same form is posted to the chapter's page.

use accord_domain::lifecycle::Stage;
use accord_domain::tracks::{Circumstances, MarketAccessStatus, TextStatus, Track, may_move_market, may_move_text};
use leptos::html::Form;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Refused;
use crate::components::form::{Filled, area, select, summary, tick};

/// Records a step; the door of the island. The form's own address does the same without a script.
#[server(prefix = "/act", endpoint = "record_step")]
pub async fn record_step(
    #[server(default)] agreement: String,
    #[server(default)] chapter: String,
    #[server(default)] version: String,
    #[server(default)] text_status: String,
    #[server(default)] market_status: String,
    #[server(default)] reason: String,
    #[server(default)] override_brackets: String,
) -> Result<(), Refused> {
    let form = crate::pages::chapter::step_form(text_status, market_status, reason, &override_brackets);
    crate::web::act::answer(move |reader| crate::pages::chapter::record(reader, agreement, chapter, version, form)).await
}

/// The words of the control, in the reader's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    pub text_label: String,
    pub text_hint: String,
    pub market_label: String,
    pub reason_label: String,
    pub reason_hint: String,
    pub override_label: String,
    pub record: String,
    pub recording: String,
    pub problem: String,
    pub unreachable: String,
    /// Sentences by code of the rule, for the advice given before recording.
    pub advice: Vec<(String, String)>,
}

/// What the control needs to know: nothing the reader does not see on the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Control {
    pub agreement: String,
    pub chapter: String,
    pub version: i64,
    pub text: TextStatus,
    /// None where there is no market access.
    pub market: Option<MarketAccessStatus>,
    /// Value and label.
    pub text_options: Vec<(String, String)>,
    pub market_options: Vec<(String, String)>,
    pub chief_or_principal: bool,
    pub open_brackets: u32,
    pub stage: Stage,
    /// What was typed and refused, when the form was posted without a script.
    pub typed: Vec<(String, String)>,
    pub errors: Vec<(String, String)>,
}

impl Control {
    /// What the rules say of the step chosen, before it is recorded: the code of the rule that would refuse it.
    fn advice(&self, text: &str, market: &str, reason: &str, override_brackets: bool) -> Option<String> {
        let by = Circumstances {
            chief_or_principal: self.chief_or_principal,
            parked: false,
            open_brackets: self.open_brackets,
            stage: self.stage,
            reason_given: !reason.trim().is_empty(),
            override_brackets,
        };
        let moved = TextStatus::from_code(text).filter(|to| *to != self.text);
        let refusal = moved.and_then(|to| may_move_text(self.text, to, &by).err()).or_else(|| {
            let from = self.market?;
            let to = MarketAccessStatus::from_code(market).filter(|to| *to != from)?;
            may_move_market(from, to, &by).err()
        });
        refusal.map(|error| error.code)
    }

    fn filled(&self) -> Filled {
        if !self.typed.is_empty() {
            return Filled::refused(self.typed.clone(), self.errors.clone());
        }
        let market = self.market.map(|status| status.code().to_owned()).unwrap_or_default();
        Filled::of([("text_status", self.text.code().to_owned()), ("market_status", market)])
    }
}

/// The control.
#[island]
pub fn StatusControl(control: Control, words: Words) -> impl IntoView {
    let (filled, set_filled) = signal(control.filled());
    let form = NodeRef::<Form>::new();
    let (advice, set_advice) = signal(String::new());
    let (trouble, set_trouble) = signal(String::new());
    let (busy, set_busy) = signal(false);

    let considered = control.clone();
    let advised = words.advice.clone();
    let consider = move |_| {
        let Some(typed) = form.get_untracked().map(typed::read) else { return };
        let code = considered.advice(&typed.text, &typed.market, &typed.reason, typed.override_brackets);
        let sentence = code.and_then(|code| advised.iter().find(|(known, _)| *known == code).map(|(_, sentence)| sentence.clone()));
        set_advice.set(sentence.unwrap_or_default());
    };

    let (agreement, chapter, version) = (control.agreement.clone(), control.chapter.clone(), control.version.to_string());
    let unreachable = words.unreachable.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        let Some(typed) = form.get_untracked().map(typed::read) else { return };
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        set_busy.set(true);
        set_trouble.set(String::new());
        let (agreement, chapter, version, unreachable) = (agreement.clone(), chapter.clone(), version.clone(), unreachable.clone());
        leptos::task::spawn_local(async move {
            let values = typed.values();
            let overridden = if typed.override_brackets { "yes".to_owned() } else { String::new() };
            let refused = match record_step(agreement, chapter, version, typed.text, typed.market, typed.reason, overridden).await {
                Ok(()) => return typed::reopen_page(),
                Err(refused) => refused,
            };
            set_busy.set(false);
            match refused.code.as_str() {
                "invalid" => {
                    set_advice.set(String::new());
                    set_filled.set(Filled::refused(values, refused.fields));
                    typed::focus_summary(form);
                }
                // The words typed stay in the form, to be sent again.
                "unreachable" => set_trouble.set(unreachable),
                // The form's own address answers with a page of its own: both edits of a conflict, or the sign-in.
                _ => typed::post_plainly(form.get_untracked()),
            }
        });
    };

    let action = format!("/agreements/{}/chapters/{}", control.agreement, control.chapter);
    let (record, recording) = (words.record.clone(), words.recording.clone());
    view! {
        <form
            class="status-island"
            method="post"
            action=action
            node_ref=form
            on:submit=submit
            on:input=consider
            aria-busy=move || busy.get().to_string()
        >
            <input type="hidden" name="version" value=control.version />
            {move || fields(&filled.get(), &control, &words)}
            <p class="advice" role="status">{move || advice.get()}</p>
            <p class="trouble" role="alert">{move || trouble.get()}</p>
            <p class="actions">
                <button>{move || if busy.get() { recording.clone() } else { record.clone() }}</button>
            </p>
        </form>
    }
}

fn fields(filled: &Filled, control: &Control, words: &Words) -> AnyView {
    let market = control
        .market
        .map(|_| select(filled, "market_status", words.market_label.clone(), String::new(), control.market_options.clone()));
    let brackets_open = control.open_brackets > 0 && control.chief_or_principal;
    view! {
        {summary(filled, words.problem.clone())}
        {select(filled, "text_status", words.text_label.clone(), words.text_hint.clone(), control.text_options.clone())}
        {market}
        {area(filled, "reason", words.reason_label.clone(), words.reason_hint.clone())}
        {brackets_open.then(|| tick(filled, "override_brackets", "yes", words.override_label.clone()))}
    }
    .into_any()
}

/// The form's fields as the browser holds them, typed before hydration or after.
#[cfg(feature = "hydrate")]
mod typed {
    use leptos::html::Form;
    use leptos::prelude::{GetUntracked, NodeRef, request_animation_frame, window};
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{FormData, HtmlElement, HtmlFormElement};

    pub struct Typed {
        pub text: String,
        pub market: String,
        pub reason: String,
        pub override_brackets: bool,
    }

    pub fn read(form: HtmlFormElement) -> Typed {
        let data = FormData::new_with_form(&form).ok();
        let field = |name: &str| data.as_ref().and_then(|data| data.get(name).as_string()).unwrap_or_default();
        Typed {
            text: field("text_status"),
            market: field("market_status"),
            reason: field("reason"),
            override_brackets: !field("override_brackets").is_empty(),
        }
    }

    impl Typed {
        /// As a refused form shows them again.
        pub fn values(&self) -> Vec<(String, String)> {
            let ticked = if self.override_brackets { "yes" } else { "" };
            [("text_status", &*self.text), ("market_status", &self.market), ("reason", &self.reason), ("override_brackets", ticked)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into()
        }
    }

    /// Gives the summary of what is wrong the focus once it is drawn.
    pub fn focus_summary(form: NodeRef<Form>) {
        request_animation_frame(move || {
            let summary = form.get_untracked().and_then(|form| form.query_selector(".error-summary").ok().flatten());
            if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
                // A browser that refuses focus still announces the summary.
                let _ = summary.focus();
            }
        });
    }

    /// Opens the page anew, which shows the step in its history.
    pub fn reopen_page() {
        let location = window().location();
        let path = location.pathname().unwrap_or_default();
        // Nothing to do if the browser refuses to navigate: the step is recorded.
        let _ = location.assign(&format!("{path}?saved=step"));
    }

    pub fn post_plainly(form: Option<HtmlFormElement>) {
        if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
            // As above.
            let _ = form.submit();
        }
    }
}

/// On the server the handlers above are built but never called.
#[cfg(not(feature = "hydrate"))]
mod typed {
    pub struct Typed {
        pub text: String,
        pub market: String,
        pub reason: String,
        pub override_brackets: bool,
    }

    pub fn read<T>(_form: T) -> Typed {
        Typed { text: String::new(), market: String::new(), reason: String::new(), override_brackets: false }
    }

    impl Typed {
        pub fn values(&self) -> Vec<(String, String)> {
            Vec::new()
        }
    }

    pub fn focus_summary<T>(_form: T) {}

    pub fn reopen_page() {}

    pub fn post_plainly<T>(_form: Option<T>) {}
}
