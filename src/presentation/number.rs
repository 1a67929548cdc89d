//! Numbers as German readers write them: "1.233", "24,5 %", "noch 1 Vertrag".

use crate::domain::{amount::Amount, share::Share, take_up::Quota};

/// The no-break space between a number and its unit.
pub const NBSP: char = '\u{a0}';

/// A count with dots between the thousands: 1233 is "1.233".
pub fn count(number: u32) -> String {
    grouped(u64::from(number))
}

/// The same for larger numbers: whole euros.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Tenths of a percent: 245 is "24,5 %".
pub fn percent_of_tenths(tenths: u32) -> String {
    format!("{},{}{NBSP}%", tenths / 10, tenths % 10)
}

/// A target or a stated share in as few digits as it needs: "33 %", "33,5 %", "33,25 %".
pub fn share(share: Share) -> String {
    let points = share.basis_points();
    let (whole, hundredths) = (points / 100, points % 100);
    match (hundredths, hundredths % 10) {
        (0, _) => format!("{whole}{NBSP}%"),
        (_, 0) => format!("{whole},{}{NBSP}%", hundredths / 10),
        _ => format!("{whole},{hundredths:02}{NBSP}%"),
    }
}

/// A quota for display, never shown as reached when it is not.
pub fn quota(quota: Quota, target: Option<Share>) -> String {
    match quota {
        // What a source states is repeated as it states it.
        Quota::Stated(stated) => share(stated),
        Quota::Counted(_) => percent_of_tenths(quota.tenths(target)),
    }
}

/// A number with its exactness: "etwa 300", "mindestens 300", "unter 15 %", "10 bis 15 %".
pub fn amount<T: Copy>(amount: Amount<T>, text: impl Fn(T) -> String) -> String {
    match amount {
        Amount::Exact(n) => text(n),
        Amount::About(n) => format!("etwa {}", text(n)),
        Amount::AtLeast(n) => format!("mindestens {}", text(n)),
        Amount::LessThan(n) => format!("unter {}", text(n)),
        Amount::Range(low, high) => {
            let low = text(low);
            format!("{} bis {}", low.trim_end_matches('%').trim_end_matches(NBSP), text(high))
        }
    }
}

/// One or many: `counted(1, "Vertrag", "Verträge")` is "1 Vertrag".
pub fn counted(number: u32, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// So many contracts.
pub fn contracts(number: u32) -> String {
    counted(number, "Vertrag", "Verträge")
}

/// So many days.
pub fn days(number: u32) -> String {
    counted(number, "Tag", "Tage")
}

/// Contracts with their exactness: "noch mindestens 101 Verträge" without the "noch".
pub fn contracts_amount(amount: Amount<u32>) -> String {
    exactly(amount, contracts)
}

/// The same after "bei" and "zu": "mindestens 101 Verträgen".
pub fn contracts_dative(amount: Amount<u32>) -> String {
    exactly(amount, |number| counted(number, "Vertrag", "Verträgen"))
}

fn exactly(contracts: Amount<u32>, text: impl Fn(u32) -> String) -> String {
    match contracts {
        // "weniger als 300 Verträge": "unter" is for percentages.
        Amount::LessThan(n) => format!("weniger als {}", text(n)),
        Amount::Range(low, high) => format!("{} bis {}", count(low), text(high)),
        other => amount(other, text),
    }
}

/// Whether the verb of such a number is in the singular: "etwa 1 Vertrag fehlt".
pub fn is_one(amount: Amount<u32>) -> bool {
    matches!(amount, Amount::Exact(1) | Amount::About(1) | Amount::AtLeast(1) | Amount::LessThan(1))
}

/// Contracts per day, in tenths: "7,5 Verträge am Tag".
pub fn per_day(tenths: i32) -> String {
    let noun = if tenths.unsigned_abs() == 10 { "Vertrag" } else { "Verträge" };
    format!("{} {noun} am Tag", tenths_short(tenths))
}

/// Tenths as a sentence says them: "7", "2,3", "−0,7".
pub fn tenths_short(number: i32) -> String {
    let text = tenths(number);
    text.strip_suffix(",0").map_or(text.clone(), str::to_owned)
}

/// Tenths as a table shows them: "7,0", "−0,7".
pub fn tenths(tenths: i32) -> String {
    let (sign, size) = (if tenths < 0 { "−" } else { "" }, tenths.unsigned_abs());
    format!("{sign}{},{}", count(size / 10), size % 10)
}

/// A change with its sign: "+46", "−3", "0".
pub fn signed(change: i64) -> String {
    let size = u32::try_from(change.unsigned_abs()).map_or_else(|_| change.to_string(), count);
    match change {
        0 => size,
        _ if change < 0 => format!("−{size}"),
        _ => format!("+{size}"),
    }
}

/// Small numbers as words, for headings: "elf".
pub fn spelled(number: u32) -> String {
    const WORDS: [&str; 13] =
        ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    let word = usize::try_from(number).ok().and_then(|index| WORDS.get(index));
    word.map_or_else(|| count(number), |word| (*word).to_owned())
}
