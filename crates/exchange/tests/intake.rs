//! Tables as programs and people write them: encodings, separators, heads, lost zeros, and what is refused.

use std::error::Error;
use std::ops::ControlFlow;

use accord_domain::trade::amount::Amount;
use accord_exchange::intake::columns::{Mapping, heads};
use accord_exchange::intake::figures::{guessed, read};
use accord_exchange::intake::rows::ReadTable;
use accord_exchange::intake::table::{TableFile, opened};
use accord_exchange::tables::trade_figures;
use accord_language::{Locale, Speaker};
use accord_store::clock::HOME_ZONE;
use accord_store::commands::trade::NewFigure;
use accord_store::queries::trade::figures::FigureLine;
use chrono::DateTime;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

type Fallible<T> = Result<T, Box<dyn Error>>;

const TEXT: &str = "HSCode,Commodity,Value,Date\n1,Animals,\"1,23,456.78\",2024-01\n";

fn table(bytes: impl Into<Vec<u8>>) -> Fallible<TableFile> {
    Ok(opened(bytes.into()).map_err(|error| error.code)?)
}

fn refusal(bytes: impl Into<Vec<u8>>) -> String {
    opened(bytes.into()).err().map(|error| error.code).unwrap_or_default()
}

fn rows(file: &TableFile) -> Fallible<Vec<(u32, Vec<String>)>> {
    let mut rows = Vec::new();
    file.each_row("", |number, cells| {
        rows.push((number, cells.to_vec()));
        ControlFlow::Continue(())
    })
    .map_err(|error| error.code)?;
    Ok(rows)
}

fn exports_to_peru(pairs: &[(&str, &str)]) -> Mapping {
    let all = [("all-partner", "Peru"), ("all-flow", "exports")];
    Mapping::of(all.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

fn taken_in(file: &TableFile, pairs: &[(&str, &str)]) -> Fallible<ReadTable<NewFigure>> {
    let chosen = exports_to_peru(pairs);
    let heads = heads(file, chosen.get("sheet"), chosen.get("head").parse().ok()).map_err(|error| error.code)?;
    let mapping = guessed(file, &heads, chosen);
    Ok(read(file, &heads, &mapping, &[]).map_err(|errors| format!("{errors:?}"))?)
}

fn reasons(read: &ReadTable<NewFigure>) -> Vec<(u32, Vec<&str>)> {
    read.refused.iter().map(|row| (row.number, row.errors.iter().map(|error| error.code.as_str()).collect())).collect()
}

#[test]
fn every_usual_encoding_is_read() -> Fallible<()> {
    let spanish = "Código;Valor\n1;2\n";
    let wide = |text: &str, order: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(order)).collect()
    };
    let windows: Vec<u8> = spanish.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    for (how, bytes) in [
        ("UTF-8", spanish.as_bytes().to_vec()),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", spanish.as_bytes()].concat()),
        ("UTF-16 with a mark, little end first", wide(spanish, u16::to_le_bytes, b"\xff\xfe")),
        ("UTF-16 with a mark, big end first", wide(spanish, u16::to_be_bytes, b"\xfe\xff")),
        ("UTF-16 without a mark", wide(spanish, u16::to_le_bytes, b"")),
        ("Windows-1252", windows),
    ] {
        assert_eq!(rows(&table(bytes)?)?[0].1, ["Código", "Valor"], "{how}");
    }
    Ok(())
}

#[test]
fn cells_are_parted_by_whatever_parts_them() -> Fallible<()> {
    for text in ["a;b;c\n1,5;2,5;3,5\n", "a\tb\tc\n1\t2\t3\n", "a|b|c\n1|2|3\n", "a,b,c\n1,2,3\n", "a,b,c\n\"1;5\",2,3\n"] {
        assert_eq!(rows(&table(text)?)?[1].1.len(), 3, "{text:?}");
    }
    assert!(table("a;b\n1,5;2,5\n")?.has_semicolons());
    Ok(())
}

#[test]
fn rows_are_counted_as_a_spreadsheet_counts_them() -> Fallible<()> {
    for end in ["\n", "\r\n"] {
        let text = ["a,b", "1,2", "", ",", "\"x", "y\",3", "4,5", ""].join(end);
        let numbers: Vec<u32> = rows(&table(text)?)?.into_iter().map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 2, 5, 7], "lines end in {end:?}");
    }
    Ok(())
}

#[test]
fn a_published_file_is_read_with_its_zeros_back() -> Fallible<()> {
    let read = taken_in(&table(TEXT)?, &[])?;
    let figure = &read.rows[0];
    assert_eq!(figure.subject.hs.as_ref().map(|hs| hs.as_str()), Some("01"));
    assert_eq!((&*figure.subject.reporter, &*figure.subject.partner), ("IN", "PE"));
    assert_eq!(figure.printed.amount, Amount(12_345_678_000_000), "in millions");
    assert_eq!(figure.subject.period.to_text(), "2024-01");
    assert!(read.refused.is_empty(), "{:?}", read.refused);
    Ok(())
}

#[test]
fn each_row_that_cannot_be_kept_is_told_with_its_reasons() -> Fallible<()> {
    let text = "HSCode,Value,Date\n\
        77,1,2024-01\n\
        1,=1+1,2024-01\n\
        1,5,2010-11\n\
        1,(5),2024-01\n\
        x,,FY\n\
        2,5,2024-01\n\
        02,6,Jan-24\n";
    let read = taken_in(&table(text)?, &[])?;
    assert_eq!(
        reasons(&read),
        [
            (2, vec!["no-such-hs-chapter"]),
            (3, vec!["not-an-amount"]),
            (4, vec!["ambiguous-period"]),
            (5, vec!["negative-trade"]),
            (6, vec!["not-an-hs-code", "not-a-period", "required"]),
            (8, vec!["row-repeats"]),
        ]
    );
    assert_eq!(read.rows.len(), 1);
    Ok(())
}

#[test]
fn a_total_is_told_from_a_commodity_and_from_a_row_of_nothing() -> Fallible<()> {
    let text = "HSCode,Commodity,Value,Date\n\
        ,India's Total Export,5,2024-01\n\
        Grand total,,6,2024-02\n\
        ,Total petroleum,7,2024-03\n\
        ,Sub-total,8,2024-04\n\
        ,,9,2024-05\n";
    let read = taken_in(&table(text)?, &[])?;
    let told: Vec<(bool, &str)> = read.rows.iter().map(|figure| (figure.subject.is_whole(), &*figure.subject.commodity)).collect();
    assert_eq!(told, [(true, ""), (true, ""), (false, "Total petroleum"), (false, "Sub-total")]);
    assert_eq!(reasons(&read), [(6, vec!["required"])], "nobody knows what the last is of");
    Ok(())
}

#[test]
fn the_mark_before_decimals_is_the_one_the_values_show() -> Fallible<()> {
    for (text, hundredths) in [
        ("HSCode;Value;Date\n1;12.5;2024-01\n", 1_250_000_000),
        ("HSCode;Value;Date\n1;12,5;2024-01\n", 1_250_000_000),
        ("HSCode;Value;Date\n1;1.234,5;2024-01\n", 123_450_000_000),
        ("HSCode;Value;Date\n1;1.234;2024-01\n2;1,25;2024-01\n", 123_400_000_000),
        ("HSCode;Value;Date\n1;1,234.50;2024-01\n", 123_450_000_000),
        ("HSCode;Value;Date\n1;(1,234.50);2024-01\n", 0),
        ("HSCode,Value,Date\n1,1234,2024-01\n", 123_400_000_000),
    ] {
        let read = taken_in(&table(text)?, &[])?;
        let amount = read.rows.first().map_or(0, |figure| figure.printed.amount.0);
        assert_eq!(amount, hundredths, "{text:?}: {:?}", read.refused);
    }
    Ok(())
}

#[test]
fn commas_in_descriptions_part_no_cells() -> Fallible<()> {
    let text = "HSCode;Commodity;Value;Date\n1;Live animals, birds, fish;5;2024-01\n2;Meat, fresh, chilled, frozen, salted;6;2024-01\n\
                3;Fish;7;2024-01\n";
    assert_eq!(taken_in(&table(text)?, &[])?.rows.len(), 3);
    Ok(())
}

fn periods_and_amounts(read: &ReadTable<NewFigure>) -> Vec<(String, i64)> {
    read.rows.iter().map(|figure| (figure.subject.period.to_text(), figure.printed.amount.0)).collect()
}

#[test]
fn years_side_by_side_are_read_in_one_go_or_one_of_them() -> Fallible<()> {
    let text =
        "S.No.,HSCode,Commodity,2022-2023,%Share,2023-2024,%Share,%Growth\n1,1,Animals,5.5,1.2,6.5,1.3,18.2\n2,2,Meat,-,,7,,\n";
    let file = table(text)?;
    let (first, second) = ("FY2022-23".to_owned(), "FY2023-24".to_owned());
    let all = taken_in(&file, &[])?;
    assert_eq!(
        periods_and_amounts(&all),
        [(first, 550_000_000), (second.clone(), 650_000_000), (second.clone(), 700_000_000)],
        "a dash is no figure: {:?}",
        all.refused
    );
    let one = taken_in(&file, &[("column-value", "2023-2024"), ("all-period", "FY2022-23")])?;
    assert_eq!(periods_and_amounts(&one)[0], (second, 650_000_000), "the year goes with the column");
    Ok(())
}

#[test]
fn a_row_with_one_wrong_year_is_refused_whole() -> Fallible<()> {
    let file = table("HSCode,2022,2023\n1,5,x\n2,,\n3,6,7\n3,8,\n")?;
    let read = taken_in(&file, &[])?;
    assert_eq!(reasons(&read), [(2, vec!["not-an-amount"]), (3, vec!["required"]), (5, vec!["row-repeats"])]);
    assert_eq!(periods_and_amounts(&read), [("2022".to_owned(), 600_000_000), ("2023".to_owned(), 700_000_000)]);
    Ok(())
}

#[test]
fn heads_that_are_a_year_or_a_month_are_asked_about_and_none_is_left_out() -> Fallible<()> {
    let file = table("HSCode,2010-11,2011-12,2012-13\n1,5,6,7\n")?;
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    let told = |pairs: &[(&str, &str)]| read(&file, &heads, &guessed(&file, &heads, exports_to_peru(pairs)), &[]);
    let wrong: Vec<(String, String)> =
        told(&[]).err().unwrap_or_default().into_iter().map(|error| (error.field, error.code)).collect();
    assert_eq!(wrong, vec![("reading".to_owned(), "ambiguous-period".to_owned()); 2]);
    let years = told(&[("reading", "fiscal-years")]).map_err(|errors| format!("{errors:?}"))?;
    assert_eq!(years.rows.len(), 3);
    let twice = table("HSCode,2022-23,FY23\n1,5,6\n")?;
    assert!(taken_in(&twice, &[]).is_err_and(|error| error.to_string().contains("period-heads-twice")));
    Ok(())
}

#[test]
fn what_is_remembered_of_another_file_does_not_hide_what_this_one_says() -> Fallible<()> {
    let file = table("HSCode,Amount,Date,Flow\n1,5,2024-01,Imports\n2,5,2024-01,Exports\n")?;
    let of_the_last = [("column-value", "*"), ("column-hs", "HSCode"), ("column-period", "Month"), ("scale", "crore")];
    let read = taken_in(&file, &[of_the_last.as_slice(), &[("remembered", "yes")]].concat())?;
    assert!(read.refused.is_empty(), "{:?}", read.refused);
    let told: Vec<(&str, i64)> = read.rows.iter().map(|figure| (figure.subject.flow.code(), figure.printed.amount.0)).collect();
    assert_eq!(told, [("imports", 5_000_000_000), ("exports", 5_000_000_000)], "its flows, in the scale of the last file");
    // Chosen beside this very file, what is said of all rows stands.
    let chosen = taken_in(&file, &[])?;
    assert!(chosen.rows.iter().all(|figure| figure.subject.flow.code() == "exports"));
    Ok(())
}

#[test]
fn a_column_may_tell_the_currency_and_the_scale() -> Fallible<()> {
    let file = table("HSCode,Value,Currency,Scale,Date\n1,5,₹,crore,2024-01\n2,5,,,2024-01\n3,5,XYZ,dozen,2024-01\n")?;
    let read = taken_in(&file, &[])?;
    let told: Vec<(&str, i64)> = read.rows.iter().map(|figure| (figure.subject.currency.code(), figure.printed.amount.0)).collect();
    assert_eq!(told, [("INR", 5_000_000_000), ("USD", 500_000_000)], "what a cell does not say is said for all rows");
    assert_eq!(reasons(&read), [(4, vec!["no-such-currency", "no-such-scale"])]);
    Ok(())
}

#[test]
fn what_accord_gives_away_it_takes_in_again() -> Fallible<()> {
    let wanted = taken_in(
        &table(
            "HSCode,Commodity,Value,Currency,Scale,Date,Flow,Traded,Partner\n101,,5.25,INR,crore,2024-01,imports,goods,Peru\n,Total,7,USD,billion,\
             FY23,total,goods and services,WLD\n,Gold dust,0.5,EUR,thousand,2022,balance,goods,CL\n,All,9,USD,units,2022,exports,services,CL\n",
        )?,
        &[("all-flow", ""), ("all-partner", "")],
    )?;
    assert_eq!((wanted.rows.len(), wanted.refused.len()), (4, 0), "{:?}", wanted.refused);
    let lines: Vec<FigureLine> = wanted.rows.iter().map(line_of).collect();
    for locale in Locale::ALL {
        let given = trade_figures(&Speaker { locale, zone: HOME_ZONE, now: DateTime::UNIX_EPOCH }, "Trade", &lines);
        for bytes in [given.csv()?, given.xlsx()?] {
            let again = taken_in(&table(bytes)?, &[("all-flow", ""), ("all-partner", "")])?;
            assert!(again.refused.is_empty(), "{locale:?}: {:?}", again.refused);
            assert_eq!(again.rows, wanted.rows, "{locale:?}");
        }
    }
    Ok(())
}

fn line_of(figure: &NewFigure) -> FigureLine {
    FigureLine {
        subject: figure.subject.clone(),
        printed: figure.printed,
        publisher: "Customs".into(),
        title: "Yearbook".into(),
        verified: true,
        illustrative: false,
    }
}

#[test]
fn codes_of_most_chapters_are_all_trade() -> Fallible<()> {
    use accord_exchange::intake::figures::WHOLE;
    let file = |chapters: std::ops::RangeInclusive<u8>| {
        let rows: String = chapters.filter(|chapter| *chapter != 77).map(|chapter| format!("{chapter},5,2024-01\n")).collect();
        table(format!("HSCode,Value,Date\n{rows}"))
    };
    for (chapters, wanted) in [(1..=97, "all"), (28..=38, "part")] {
        let file = file(chapters)?;
        let heads = heads(&file, "", None).map_err(|error| error.code)?;
        assert_eq!(guessed(&file, &heads, Mapping::default()).get(WHOLE), wanted);
        let chosen = Mapping::of([(WHOLE.to_owned(), "part".to_owned())]);
        assert_eq!(guessed(&file, &heads, chosen).get(WHOLE), "part", "what a person says stands");
    }
    Ok(())
}

#[test]
fn a_row_of_heads_far_below_or_nowhere_is_no_trap() -> Fallible<()> {
    let rows: String = (0..60).map(|row| format!("{row},x\n")).collect();
    let file = table(format!("{rows}HSCode,Value\n1,5\n2,6\n"))?;
    let far = heads(&file, "", Some(61)).map_err(|error| error.code)?;
    assert_eq!((far.row, far.labels.as_slice(), far.first.len()), (61, ["HSCode", "Value"].map(String::from).as_slice(), 2));
    let nowhere = heads(&file, "", Some(999_999)).map_err(|error| error.code)?;
    assert!(nowhere.row <= 25, "{}", nowhere.row);
    Ok(())
}

#[test]
fn what_no_column_says_is_said_for_all_rows_or_asked_for() -> Fallible<()> {
    let file = table("HSCode,Value\n1,5\n")?;
    let chosen = Mapping::of([("all-flow".to_owned(), "exports".to_owned())]);
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    let mapping = guessed(&file, &heads, chosen);
    let errors = read(&file, &heads, &mapping, &[]).err().unwrap_or_default();
    let told: Vec<(&str, &str)> = errors.iter().map(|error| (error.field.as_str(), error.code.as_str())).collect();
    assert_eq!(told, [("column-period", "column-or-value"), ("column-partner", "column-or-value")]);
    assert_eq!(taken_in(&file, &[("all-period", "FY23")])?.rows.len(), 1);
    Ok(())
}

#[test]
fn heads_are_found_below_titles_and_named_where_they_are_merged() -> Fallible<()> {
    let text = "Exports of India,,\n,,\nHS,Country,Value in US$ million,\n,,2022-23,2023-24\n1,Peru,5,6\n";
    let file = table(text)?;
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    assert_eq!(
        (heads.row, heads.labels.as_slice()),
        (3, ["HS", "Country", "Value in US$ million", "D"].map(String::from).as_slice())
    );
    Ok(())
}

#[test]
fn a_workbook_is_read_with_its_days_and_numbers() -> Fallible<()> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["HSCode", "Value", "Date", "Country"].iter().enumerate() {
        sheet.write_string(0, column as u16, *head)?;
    }
    sheet.write_number(1, 0, 101)?;
    sheet.write_number(1, 1, 12.5)?;
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2024, 4, 30)?, &Format::new().set_num_format("dd-mmm-yy"))?;
    sheet.write_string(1, 3, "PERU")?;
    // A cell at the very end of the sheet is one more row, not a million empty ones.
    sheet.write_string(1_048_575, 0, "1")?;
    let file = table(book.save_to_buffer()?)?;
    let read = taken_in(&file, &[("all-partner", "")])?;
    assert_eq!(read.rows.len(), 1, "{:?}", read.refused);
    let subject = &read.rows[0].subject;
    assert_eq!((subject.hs.as_ref().map(|hs| hs.as_str()), subject.period.to_text().as_str()), (Some("0101"), "2024-04"));
    assert_eq!(&*subject.partner, "PE");
    assert_eq!(read.refused.iter().map(|row| row.number).collect::<Vec<_>>(), [1_048_576]);
    Ok(())
}

#[test]
fn a_number_of_a_workbook_has_a_point_whatever_is_chosen_for_text() -> Fallible<()> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in ["HSCode", "Value", "Date"].iter().enumerate() {
        sheet.write_string(0, column as u16, *head)?;
    }
    for (row, code) in [(1, 901.1), (2, 101.0), (3, 10.0)] {
        sheet.write_number(row, 0, code)?;
        sheet.write_string(row, 2, "2024-04")?;
    }
    sheet.write_number(1, 1, 12.345)?;
    sheet.write_string(2, 1, "12.345")?;
    sheet.write_number(3, 1, 0.1 + 0.2)?;
    let read = taken_in(&table(book.save_to_buffer()?)?, &[("mark", "comma"), ("scale", "units")])?;
    let told: Vec<(&str, i64)> =
        read.rows.iter().map(|figure| (figure.subject.hs.as_ref().map_or("", |hs| hs.as_str()), figure.printed.amount.0)).collect();
    assert_eq!(told, [("090110", 1_235), ("0101", 1_234_500), ("10", 30)], "{:?}", read.refused);
    assert_eq!(read.rows[2].printed.places, 1, "what counting in twos left behind is no decimal");
    Ok(())
}

#[test]
fn an_empty_first_sheet_heads_merged_and_formulas_are_read_as_a_person_reads_them() -> Fallible<()> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Cover")?;
    let sheet = book.add_worksheet().set_name("April")?;
    sheet.merge_range(0, 0, 0, 2, "Exports of India", &Format::new())?;
    for (column, head) in ["HSCode", "Value", "Date"].iter().enumerate() {
        sheet.write_string(1, column as u16, *head)?;
    }
    sheet.write_number(2, 0, 1)?;
    sheet.write_formula(2, 1, rust_xlsxwriter::Formula::new("=2+3").set_result("5"))?;
    sheet.write_string(2, 2, "2024-04")?;
    let file = table(book.save_to_buffer()?)?;
    assert_eq!((file.sheet(""), file.sheet("gone"), file.sheet("Cover")), ("April".into(), "April".into(), "Cover".into()));
    let read = taken_in(&file, &[("sheet", "April")])?;
    assert_eq!(read.rows.iter().map(|figure| figure.printed.amount.0).collect::<Vec<_>>(), [500_000_000], "{:?}", read.refused);
    assert_eq!((file.formulas("April"), file.formulas("Cover")), (1, 0));
    Ok(())
}

#[test]
fn a_workbook_with_a_password_and_one_that_unpacks_to_too_much_are_refused() {
    // Encrypted as spreadsheet programs do it (ECMA-376, agile); its password is "accord".
    assert_eq!(refusal(*include_bytes!("files/with-a-password.xlsx")), "table-encrypted");
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default();
    let zeros = vec![0_u8; 1024 * 1024];
    let mut filled = || -> zip::result::ZipResult<()> {
        bomb.start_file("[Content_Types].xml", packed)?;
        std::io::Write::write_all(&mut bomb, b"<Types/>")?;
        bomb.start_file("xl/workbook.xml", packed)?;
        for _ in 0..400 {
            std::io::Write::write_all(&mut bomb, &zeros)?;
        }
        Ok(())
    };
    assert!(filled().is_ok());
    let bytes = bomb.finish().map(std::io::Cursor::into_inner).unwrap_or_default();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    assert_eq!(refusal(bytes), "table-bomb");
}

#[test]
fn what_is_no_table_is_refused() -> Fallible<()> {
    assert_eq!(refusal(""), "table-missing");
    assert_eq!(refusal(*b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "table-encrypted");
    assert_eq!(refusal(*b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "table-kind");
    assert_eq!(refusal(*b"PK\x03\x04 no package"), "table-broken");
    assert_eq!(refusal(vec![b'a'; 33 * 1024 * 1024]), "table-too-large");
    let long: String = (0..200_001).map(|row| format!("{row},1\n")).collect();
    let file = table(long)?;
    let told = file.each_row("", |_, _| ControlFlow::Continue(())).err().map(|error| error.code);
    assert_eq!(told.as_deref(), Some("table-too-long"));
    assert_eq!(heads(&table("\n\n")?, "", None).err().map(|error| error.code).as_deref(), Some("table-without-rows"));
    Ok(())
}

#[test]
fn a_nomenclature_is_read_with_its_levels() -> Fallible<()> {
    use accord_exchange::intake::nomenclature::{guessed, read};
    let text = "section,hscode,description,parent,level\nI,1,Animals; live,TOTAL,2\nI,101,\"Horses, live\",01,4\nI,10121,  Pure-bred ,0101,6\n\
                I,0102,,01,4\nI,0103,Swine,01,6\n,TOTAL,All,,0\nI,0101,Again,01,4\n";
    let file = table(text)?;
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    let read = read(&file, &heads, &guessed(&heads, Mapping::default())).map_err(|errors| format!("{errors:?}"))?;
    let told: Vec<String> = read.rows.iter().map(|line| format!("{} {}", line.code.as_str(), line.description)).collect();
    assert_eq!(told, ["01 Animals; live", "0101 Horses, live", "010121 Pure-bred"]);
    let refused: Vec<_> = read.refused.iter().map(|row| (row.number, row.errors[0].code.as_str())).collect();
    assert_eq!(refused, [(5, "required"), (6, "not-the-level"), (7, "not-an-hs-code"), (8, "row-repeats")]);
    Ok(())
}

/// The nomenclature of the real size, where it is at hand.
#[test]
fn the_real_nomenclature_is_read_row_by_row() -> Fallible<()> {
    use accord_exchange::intake::nomenclature::{guessed, read};
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hs_nomenclature.csv");
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: the nomenclature is not at hand");
        return Ok(());
    };
    let file = table(bytes)?;
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    let read = read(&file, &heads, &guessed(&heads, Mapping::default())).map_err(|errors| format!("{errors:?}"))?;
    assert!(read.rows.len() > 6_000, "{}", read.rows.len());
    assert!(read.refused.len() < 30, "{:?}", read.refused);
    Ok(())
}

#[test]
fn a_status_table_is_read_in_the_words_of_a_ministry() -> Fallible<()> {
    use accord_domain::chapter::ChapterKind;
    use accord_domain::tracks::TextStatus;
    use accord_exchange::intake::status_table::{guessed, read};
    let text = "FTA;Chapter;Current status;Lead officer;Remarks\nIndia–Peru;Trade in goods;Ongoing;R. Sharma;Next round\n\
                India–Peru;Rules of Origin;Concluded;;\nIndia–Peru;;Open;;\nIndia–Peru;Services;Maybe;;\n\
                INDIA–PERU;trade in GOODS;Closed;;\n";
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let file = table(windows)?;
    let heads = heads(&file, "", None).map_err(|error| error.code)?;
    let read = read(&file, &heads, &guessed(&heads, Mapping::default())).map_err(|errors| format!("{errors:?}"))?;
    let told: Vec<_> =
        read.rows.iter().map(|row| (row.number, row.kind, row.status, row.lead.as_str(), row.remarks.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, Some(ChapterKind::Goods), TextStatus::UnderNegotiation, "R. Sharma", "Next round"),
            (3, Some(ChapterKind::RulesOfOrigin), TextStatus::Closed, "", ""),
        ]
    );
    let refused: Vec<_> =
        read.refused.iter().map(|row| (row.number, row.errors[0].field.as_str(), row.errors[0].code.as_str())).collect();
    assert_eq!(refused, [(4, "chapter", "required"), (5, "status", "no-such-status"), (6, "row", "row-repeats")]);
    Ok(())
}
