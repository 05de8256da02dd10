-- What a code of the Harmonized System is called, by the nomenclature the house uses (public clearance). The titles of its chapters come with the
-- product; these stand below them.
create table hs_lines (
    code text primary key,
    description text not null
);
