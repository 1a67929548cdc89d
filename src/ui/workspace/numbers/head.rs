//! What holds for all rows: day, source, stage.

use leptos::prelude::*;

use super::work::Work;
use crate::{
    domain::{draft::alike, typed::date},
    presentation::{entry_words::STAGES, import, sheet_words},
};

/// The fields.
#[component]
pub fn Head(work: Work) -> impl IntoView {
    let today = work.today();
    let problem = move || work.draft.with(|draft| date::day_near(&draft.as_of, today).err()).map(|p| import::typed(&p));
    let wrong = Memo::new(move |_| problem());
    let options =
        work.sheet.with_untracked(|sheet| sheet.as_ref().map_or_else(Vec::new, |sheet| sheet.sources.clone()));
    let usual_stage = Memo::new(move |_| {
        work.sheet.with(|sheet| sheet.as_ref().and_then(|sheet| work.draft.with(|draft| draft.common_stage(sheet))))
    });
    let usual_source = move || {
        let source = work.sheet.with(|sheet| alike(sheet.as_ref()?, |row| row.usual.source.clone()));
        source.unwrap_or_else(|| sheet_words::LIKE_LAST.to_owned())
    };
    let stages = STAGES.map(|(stage, word)| {
        view! {
            <label>
                <input
                    type="radio"
                    name="stufe"
                    prop:checked=move || usual_stage.get() == Some(stage)
                    on:change=move |_| work.edit("stufe", |draft| draft.stage = Some(stage))
                />
                {word}
            </label>
        }
    });
    view! {
        <div class="head">
            <div>
                <label for="stand">{sheet_words::DAY_FOR_ALL}</label>
                <input
                    id="stand"
                    size="12"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    aria-describedby="stand-fehler"
                    prop:value=move || work.draft.with(|draft| draft.as_of.clone())
                    on:input=move |event| work.edit("stand", |draft| draft.as_of = event_target_value(&event))
                    on:keydown=move |event| {
                        if event.ctrl_key() && event.key() == "." {
                            event.prevent_default();
                            work.edit("", |draft| draft.as_of = work.today_text());
                        }
                    }
                />
                <p class="problem" id="stand-fehler">{wrong}</p>
            </div>
            <div>
                <label for="quelle">{sheet_words::SOURCE_FOR_ALL}</label>
                <input
                    id="quelle"
                    size="34"
                    list="quellen"
                    placeholder=usual_source
                    prop:value=move || work.draft.with(|draft| draft.source.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        work.edit("quelle", |draft| draft.source = Some(text).filter(|text| !text.is_empty()));
                    }
                />
                <datalist id="quellen">{options.into_iter().map(|source| view! { <option value=source></option> }).collect_view()}</datalist>
            </div>
            <fieldset>
                <legend>{sheet_words::STAGE_FOR_ALL}</legend>
                {stages.into_iter().collect_view()}
            </fieldset>
        </div>
    }
}
