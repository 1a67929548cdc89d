//! Whether drawn lines cross, in whole numbers and therefore exactly.

/// On which side of the line from `a` to `b` a point lies: positive, negative, or 0 on it. Twice the area of the triangle.
pub fn orientation(a: (i64, i64), b: (i64, i64), at: (i64, i64)) -> i64 {
    (b.0 - a.0) * (at.1 - a.1) - (b.1 - a.1) * (at.0 - a.0)
}

/// Whether two lines cross at a point that is no end of either.
pub fn cross(one: [(i32, i32); 2], other: [(i32, i32); 2]) -> bool {
    let wide = |at: (i32, i32)| (i64::from(at.0), i64::from(at.1));
    let ([a, b], [c, d]) = (one.map(wide), other.map(wide));
    let apart = |p: i64, q: i64| (p > 0 && q < 0) || (p < 0 && q > 0);
    apart(orientation(a, b, c), orientation(a, b, d)) && apart(orientation(c, d, a), orientation(c, d, b))
}

/// Whether any two of them do.
pub fn any(lines: &[[(i32, i32); 2]]) -> bool {
    let mut lines = lines.to_vec();
    let left = |line: &[(i32, i32); 2]| line[0].0.min(line[1].0);
    let right = |line: &[(i32, i32); 2]| line[0].0.max(line[1].0);
    lines.sort_by_key(left);
    lines.iter().enumerate().any(|(index, one)| {
        let beside = lines[index + 1..].iter().take_while(|other| left(other) <= right(one));
        beside.into_iter().any(|other| cross(*one, *other))
    })
}
