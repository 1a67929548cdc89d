//! Numbers as readers write them: "1.233", "24,5 %" in German, "1,233", "24.5%" in English, "1 233", "24,5 %" in French.

use super::lang::Lang;
use crate::domain::{amount::Amount, share::Share, take_up::Quota};

/// The no-break space between a number and its unit.
pub const NBSP: char = '\u{a0}';

/// The narrow no-break space of French: between thousands, before "%" and before "?" and ";".
pub const NARROW: char = '\u{202f}';

/// A count with its thousands apart: 1233 is "1.233", "1,233", "1 233".
pub fn count(number: u32, lang: Lang) -> String {
    grouped(u64::from(number), lang)
}

/// The same for larger numbers: whole euros.
pub fn grouped(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(lang.pick('.', ',', NARROW));
        }
        text.push(digit);
    }
    text
}

/// What stands before the decimals.
const fn decimal_mark(lang: Lang) -> char {
    lang.pick(',', '.', ',')
}

/// The sign of a percentage with what stands before it: nothing in English.
const fn percent_sign(lang: Lang) -> &'static str {
    lang.pick("\u{a0}%", "%", "\u{202f}%")
}

/// Tenths of a percent: 245 is "24,5 %", "24.5%".
pub fn percent_of_tenths(tenths: u32, lang: Lang) -> String {
    format!("{}{}{}{}", tenths / 10, decimal_mark(lang), tenths % 10, percent_sign(lang))
}

/// Whole percent: "30 %", "30%".
pub fn whole_percent(percent: u32, lang: Lang) -> String {
    format!("{percent}{}", percent_sign(lang))
}

/// A target or a stated share in as few digits as it needs: "33 %", "33,5 %", "33,25 %".
pub fn share(share: Share, lang: Lang) -> String {
    let points = share.basis_points();
    let (whole, hundredths) = (points / 100, points % 100);
    let (mark, sign) = (decimal_mark(lang), percent_sign(lang));
    match (hundredths, hundredths % 10) {
        (0, _) => format!("{whole}{sign}"),
        (_, 0) => format!("{whole}{mark}{}{sign}", hundredths / 10),
        _ => format!("{whole}{mark}{hundredths:02}{sign}"),
    }
}

/// A percentage without its sign: "33" of "33 %".
pub fn without_sign(percent: &str) -> &str {
    percent.trim_end_matches(['%', NBSP, NARROW])
}

/// A quota for display, never shown as reached when it is not.
pub fn quota(quota: Quota, target: Option<Share>, lang: Lang) -> String {
    match quota {
        // What a source states is repeated as it states it.
        Quota::Stated(stated) => share(stated, lang),
        Quota::Counted(_) => percent_of_tenths(quota.tenths(target), lang),
    }
}

/// A quota with its exactness: "24,5 %", "unter 15 %".
pub fn quota_amount(amount: Amount<Quota>, target: Option<Share>, lang: Lang) -> String {
    self::amount(amount, |of| quota(of, target, lang), lang)
}

/// A number with its exactness: "etwa 300", "mindestens 300", "unter 15 %", "10 bis 15 %".
pub fn amount<T: Copy>(amount: Amount<T>, text: impl Fn(T) -> String, lang: Lang) -> String {
    match amount {
        Amount::Exact(n) => text(n),
        Amount::About(n) => format!("{} {}", lang.pick("etwa", "about", "environ"), text(n)),
        Amount::AtLeast(n) => format!("{} {}", lang.pick("mindestens", "at least", "au moins"), text(n)),
        Amount::LessThan(n) => format!("{} {}", lang.pick("unter", "under", "moins de"), text(n)),
        Amount::Range(low, high) => {
            format!("{} {} {}", without_sign(&text(low)), lang.pick("bis", "to", "à"), text(high))
        }
    }
}

/// The same as short as a map's label needs it: "≈ 300", "≥ 300", "< 15 %", "10–15 %".
pub fn short_amount<T: Copy>(amount: Amount<T>, text: impl Fn(T) -> String) -> String {
    match amount {
        Amount::Exact(n) => text(n),
        Amount::About(n) => format!("≈{NBSP}{}", text(n)),
        Amount::AtLeast(n) => format!("≥{NBSP}{}", text(n)),
        Amount::LessThan(n) => format!("<{NBSP}{}", text(n)),
        Amount::Range(low, high) => format!("{}–{}", without_sign(&text(low)), text(high)),
    }
}

/// One or many: `counted(1, "Vertrag", "Verträge", Lang::De)` is "1 Vertrag".
pub fn counted(number: u32, one: &str, many: &str, lang: Lang) -> String {
    format!("{} {}", count(number, lang), if lang.is_singular(number) { one } else { many })
}

/// So many contracts.
pub fn contracts(number: u32, lang: Lang) -> String {
    match lang {
        Lang::De => counted(number, "Vertrag", "Verträge", lang),
        Lang::En => counted(number, "contract", "contracts", lang),
        Lang::Fr => counted(number, "contrat", "contrats", lang),
    }
}

/// So many days.
pub fn days(number: u32, lang: Lang) -> String {
    match lang {
        Lang::De => counted(number, "Tag", "Tage", lang),
        Lang::En => counted(number, "day", "days", lang),
        Lang::Fr => counted(number, "jour", "jours", lang),
    }
}

/// Contracts with their exactness: "noch mindestens 101 Verträge" without the "noch".
pub fn contracts_amount(amount: Amount<u32>, lang: Lang) -> String {
    exactly(amount, |number| contracts(number, lang), lang)
}

/// The same after "bei" and "zu": "mindestens 101 Verträgen". Other languages have no such form.
pub fn contracts_dative(amount: Amount<u32>, lang: Lang) -> String {
    match lang {
        Lang::De => exactly(amount, |number| counted(number, "Vertrag", "Verträgen", lang), lang),
        Lang::En | Lang::Fr => contracts_amount(amount, lang),
    }
}

fn exactly(contracts: Amount<u32>, text: impl Fn(u32) -> String, lang: Lang) -> String {
    match contracts {
        // "weniger als 300 Verträge": "unter" is for percentages.
        Amount::LessThan(n) => format!("{} {}", lang.pick("weniger als", "fewer than", "moins de"), text(n)),
        Amount::Range(low, high) => format!("{} {} {}", count(low, lang), lang.pick("bis", "to", "à"), text(high)),
        other => amount(other, text, lang),
    }
}

/// Whether the verb of such a number is in the singular: "etwa 1 Vertrag fehlt".
pub fn is_one(amount: Amount<u32>, lang: Lang) -> bool {
    match amount {
        Amount::Exact(n) | Amount::About(n) | Amount::AtLeast(n) | Amount::LessThan(n) => lang.is_singular(n),
        Amount::Range(..) => false,
    }
}

/// Contracts per day, in tenths: "7,5 Verträge am Tag".
pub fn per_day(tenths: i32, lang: Lang) -> String {
    let (number, size) = (tenths_short(tenths, lang), tenths.unsigned_abs());
    match lang {
        Lang::De => format!("{number} {} am Tag", if size == 10 { "Vertrag" } else { "Verträge" }),
        Lang::En => format!("{number} {} a day", if size == 10 { "contract" } else { "contracts" }),
        Lang::Fr => format!("{number} {} par jour", if size < 20 { "contrat" } else { "contrats" }),
    }
}

/// Tenths as a sentence says them: "7", "2,3", "−0,7".
pub fn tenths_short(number: i32, lang: Lang) -> String {
    let text = tenths(number, lang);
    text.strip_suffix(lang.pick(",0", ".0", ",0")).map_or(text.clone(), str::to_owned)
}

/// Tenths as a table shows them: "7,0", "−0,7".
pub fn tenths(tenths: i32, lang: Lang) -> String {
    let (sign, size) = (if tenths < 0 { "−" } else { "" }, tenths.unsigned_abs());
    format!("{sign}{}{}{}", count(size / 10, lang), decimal_mark(lang), size % 10)
}

/// A change with its sign: "+46", "−3", "0".
pub fn signed(change: i64, lang: Lang) -> String {
    let size = u32::try_from(change.unsigned_abs()).map_or_else(|_| change.to_string(), |size| count(size, lang));
    match change {
        0 => size,
        _ if change < 0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}

/// Small numbers as words, for headings: "elf", "eleven", "onze".
pub fn spelled(number: u32, lang: Lang) -> String {
    const DE: [&str; 13] =
        ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    const EN: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const FR: [&str; 13] =
        ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
    let words = lang.pick(&DE, &EN, &FR);
    let word = usize::try_from(number).ok().and_then(|index| words.get(index));
    word.map_or_else(|| count(number, lang), |word| (*word).to_owned())
}
