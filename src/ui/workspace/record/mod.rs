//! Gebiete: the list of areas, and one area's record with its forms.

mod conflict;
mod editor;
mod form;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

pub use editor::Editor;

use super::{
    data_table::{DataTable, button},
    desk::{ask, desk, instead},
    log::Log,
    sample_mark,
};
use crate::{
    api::records,
    presentation::record_view::{ActionView, PanelView, RecordView},
    ui::{chart::CurvePicture, components::Chip},
};

/// The list of areas.
#[component]
pub fn Areas() -> impl IntoView {
    let asked = ask(records::list);
    document().set_title("Gebiete – Faserstand");
    view! {
        <h1>"Gebiete"</h1>
        {instead(asked, "Gebiete")}
        {move || asked.answer.get().map(|panels| panels.into_iter().map(|one| panel(one, None)).collect::<Vec<_>>())}
    }
}

/// One area's record.
#[component]
pub fn Record() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.read().get("slug").unwrap_or_default());
    let asked = ask(move || records::record(slug.get()));
    let editor = Editor::new(desk(), asked.answer);
    Effect::new(move |_| {
        if let Some(record) = &*asked.answer.read() {
            document().set_title(&format!("{} – Faserstand", record.name));
        }
    });
    view! {
        {instead(asked, "Angaben")}
        {move || asked.answer.get().map(|record| page(record, editor))}
        <Log area=slug/>
        <form::FormDialog editor/>
    }
}

fn page(record: RecordView, editor: Editor) -> impl IntoView {
    let curve = record.curve.clone().map(|curve| {
        view! {
            <section class="pan verlauf" aria-labelledby="verlauf-titel">
                <header><h2 id="verlauf-titel">"Verlauf"</h2></header>
                <div class="chart"><div><CurvePicture curve/></div></div>
            </section>
        }
    });
    let facts = record.facts.iter().map(|fact| {
        view! { <div><dt>{fact.name.clone()}</dt><dd>{fact.value.clone()}" "<small>{fact.detail.clone()}</small></dd></div> }
    });
    let facts = facts.collect::<Vec<_>>();
    view! {
        <div class="record-head">
            <div>
                {crumb(&record)}
                <h1>{record.name.clone()}" "{record.chips.into_iter().map(|chip| view! { <Chip chip/> }).collect::<Vec<_>>()}</h1>
            </div>
            <p class="actions">{record.actions.into_iter().map(|one| action(one, editor)).collect::<Vec<_>>()}</p>
        </div>
        <p class="state"><b>{record.headline}</b>" "<span class="soft">{record.rest}</span></p>
        {sample_mark(record.sample)}
        {(!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> })}
        <div class="panels">
            {curve}
            {record.panels.into_iter().map(|one| panel(one, Some(editor))).collect::<Vec<_>>()}
        </div>
    }
}

/// Where this is, and the neighbours in the list.
fn crumb(record: &RecordView) -> impl IntoView + use<> {
    let beside = |area: &Option<(String, String)>, key: &'static str| {
        area.clone().map(|(slug, name)| {
            view! {
                <li><a href=format!("/arbeit/gebiete/{slug}") data-key=key>{name}</a><kbd>{key.to_uppercase()}</kbd></li>
            }
        })
    };
    view! {
        <nav aria-label="Wo Sie sind">
            <ul class="crumb">
                <li><a href="/arbeit/gebiete">"Gebiete"</a></li>
                <li>{record.among.clone()}</li>
                {beside(&record.before, "k")}
                <li aria-current="page">{record.name.clone()}</li>
                {beside(&record.after, "j")}
            </ul>
        </nav>
    }
}

fn action(action: ActionView, editor: Editor) -> impl IntoView {
    let ActionView { key, primary, edit } = action;
    let (label, printed) = (edit.label.clone(), key.to_uppercase());
    view! {
        <button class:primary=primary data-key=key on:click=move |_| editor.begin(edit.clone())>{label}<kbd>{printed}</kbd></button>
    }
}

fn panel(panel: PanelView, editor: Option<Editor>) -> impl IntoView {
    let PanelView { key, title, note, table, remark, add } = panel;
    let heading = format!("{key}-titel");
    let named = heading.clone();
    let add = editor.zip(add).map(|(editor, edit)| button(editor, edit));
    view! {
        <section class=format!("pan {key}") aria-labelledby=named>
            <header><h2 id=heading>{title}</h2><span>{note}</span>{add}</header>
            <DataTable table editor/>
            {(!remark.is_empty()).then(|| view! { <p class="remark">{remark}</p> })}
        </section>
    }
}
