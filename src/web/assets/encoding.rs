//! Choosing among compressed forms by a request's `Accept-Encoding` (RFC 9110, section 12.5.3).

/// How the bytes of a response are packed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Encoding {
    /// Smallest.
    Brotli,
    /// Understood by everything.
    Gzip,
    /// As they are.
    Identity,
}

/// The form with the highest weight among those that exist; of equals, the smallest. Without a better one, identity: sending
/// that to somebody who refuses it is kinder than an error.
pub(super) fn choose(accepted: &str, has_brotli: bool, has_gzip: bool) -> Encoding {
    let identity = weight(accepted, "identity");
    let candidates = [(Encoding::Gzip, "gzip", has_gzip), (Encoding::Brotli, "br", has_brotli)];
    candidates
        .into_iter()
        .filter(|&(_, _, exists)| exists)
        .filter_map(|(encoding, name, _)| Some((encoding, weight(accepted, name)?)))
        // An identity that is only implied comes last; one that is named with a weight competes.
        .filter(|&(_, own)| own > 0 && identity.is_none_or(|other| own >= other))
        .max_by_key(|&(_, own)| own)
        .map_or(Encoding::Identity, |(encoding, _)| encoding)
}

/// The weight in thousandths that a header gives a coding by name or by `*`; `None` when it gives none.
fn weight(accepted: &str, coding: &str) -> Option<u16> {
    let mut any = None;
    for entry in accepted.split(',') {
        let mut parts = entry.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let weight = parts.find_map(quality).unwrap_or(1000);
        if name.eq_ignore_ascii_case(coding) {
            return Some(weight);
        }
        if name == "*" {
            any = Some(weight);
        }
    }
    any
}

/// `q=0.5` as 500. A weight that cannot be read refuses, so that a form is never sent against a client's will.
fn quality(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let value = value.trim();
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let thousandths = format!("{fraction:0<3}").parse::<u16>().unwrap_or(0);
    Some(if whole == "1" { 1000 } else { thousandths.min(1000) })
}

#[cfg(test)]
mod tests {
    use super::{Encoding, choose};

    #[test]
    fn a_browser_gets_the_smallest_form() {
        assert_eq!(choose("gzip, deflate, br, zstd", true, true), Encoding::Brotli);
        assert_eq!(choose("gzip, deflate", true, true), Encoding::Gzip);
        assert_eq!(choose("gzip, deflate, br", false, true), Encoding::Gzip);
        assert_eq!(choose("gzip, deflate, br", false, false), Encoding::Identity);
    }

    #[test]
    fn weights_decide() {
        assert_eq!(choose("br;q=0.5, gzip;q=0.8", true, true), Encoding::Gzip);
        assert_eq!(choose("br; q=1.000, gzip;q=0.999", true, true), Encoding::Brotli);
        assert_eq!(choose("br;q=0, gzip", true, true), Encoding::Gzip);
        assert_eq!(choose("identity, gzip;q=0.5", true, true), Encoding::Identity);
        assert_eq!(choose("identity;q=0.5, gzip", true, true), Encoding::Gzip);
        assert_eq!(choose("br;q=nonsense", true, true), Encoding::Identity);
    }

    #[test]
    fn a_star_stands_for_the_rest() {
        assert_eq!(choose("*", true, true), Encoding::Brotli);
        assert_eq!(choose("br;q=0, *", true, true), Encoding::Gzip);
        assert_eq!(choose("*;q=0", true, true), Encoding::Identity);
    }

    #[test]
    fn nothing_asked_is_nothing_packed() {
        assert_eq!(choose("", true, true), Encoding::Identity);
        assert_eq!(choose("identity", true, true), Encoding::Identity);
    }
}
