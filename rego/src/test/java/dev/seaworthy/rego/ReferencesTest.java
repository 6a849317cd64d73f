package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencesTest {

  @Test
  void collectionsAreGoneThroughInOrder() {
    Rego rego =
        Rego.rules(
            "array := [[i, x] | x := input.a[i]]",
            "object := [[k, v] | v := input.o[k]]",
            "set := [[k, v] | v := {3, 1, 2}[k]]");
    rego.input("{\"a\": [\"x\", \"y\"], \"o\": {\"b\": 1, \"a\": 2}}");
    assertThat(rego.get("array")).isEqualTo("[[0, \"x\"], [1, \"y\"]]");
    assertThat(rego.get("object")).isEqualTo("[[\"a\", 2], [\"b\", 1]]");
    assertThat(rego.get("set")).isEqualTo("[[1, 1], [2, 2], [3, 3]]");
  }

  @Test
  void whatIsNoCollectionHasNoMembers() {
    Rego rego = Rego.rules("p := [x | x := input[_]]", "q := input.a.b");
    assertThat(rego.input("\"text\"").get("p")).isEqualTo("[]");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
    assertThat(Rego.rules("p := [x | x := input[_]]").get("p")).isEqualTo("[]");
  }

  @Test
  void aVariableInTwoStepsMeansOneKey() {
    Rego rego = Rego.rules("p contains i if input[i][i]").input("[[1, 0], [1, 1, 1]]");
    assertThat(rego.get("p")).isEqualTo("{0, 1}");
  }

  @Test
  void stepsMayBePatternsAndReferences() {
    Rego rego =
        Rego.rules(
            "pairs := {[1, \"a\"], [2, \"b\"]}",
            "p contains y if pairs[[_, y]]",
            "q := input.map[input.key]",
            "r := [x | x := input.map[input.keys[_]]]");
    rego.input("{\"map\": {\"k\": 1, \"l\": 2}, \"key\": \"k\", \"keys\": [\"l\", \"k\", \"m\"]}");
    assertThat(rego.get("p")).isEqualTo("{\"a\", \"b\"}");
    assertThat(rego.get("q")).isEqualTo("1");
    assertThat(rego.get("r")).isEqualTo("[2, 1]");
  }

  @Test
  void anyTermMayBeWhatAReferenceStartsFrom() {
    Rego rego =
        Rego.rules(
            "p := [1, 2, 3][1]",
            "q := {x | x := {\"a\": [1, 2]}.a[_]}",
            "r := split(\"a.b\", \".\")[1]",
            "s := [x | some x in [1, 2]][_] == 2");
    assertThat(rego.get("p")).isEqualTo("2");
    assertThat(rego.get("q")).isEqualTo("{1, 2}");
    assertThat(rego.get("r")).isEqualTo("\"b\"");
  }

  @Test
  void dataIsBaseDocumentsAndRulesAtOnce() {
    Rego rego =
        Rego.of("package a.b\np := 1", "package a\nq := 2", "package other\nr := data.a[_].p")
            .data("{\"a\": {\"b\": {\"base\": 3}, \"c\": {\"p\": 1}}}");
    assertThat(rego.value("data.a"))
        .isEqualTo("{\"b\": {\"base\": 3, \"p\": 1}, \"c\": {\"p\": 1}, \"q\": 2}");
    assertThat(rego.value("data.other.r")).isEqualTo("1");
    assertThat(rego.bindings("data.a.b[k] = v"))
        .isEqualTo("[{\"k\":\"base\",\"v\":3},{\"k\":\"p\",\"v\":1}]");
  }

  @Test
  void aKeyOfBothIsGoneThroughOnce() {
    Rego rego =
        Rego.of("package a.b\np := 1", "package test\nq := [k | data.a[k]]")
            .data("{\"a\": {\"b\": {\"base\": 3}}}");
    assertThat(rego.get("q")).isEqualTo("[\"b\"]");
  }

  @Test
  void aPackageWithoutRulesIsAnEmptyObject() {
    assertThat(Rego.of("package a.b").value("data.a")).isEqualTo("{\"b\": {}}");
    assertThat(Rego.of("package a").value("data.missing")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void aRuleHidesABaseDocumentOfItsName() {
    Rego rego = Rego.rules("p := 1 if input.x", "q := data.test.p").data("{\"test\": {\"p\": 2}}");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.input("{\"x\": true}").get("q")).isEqualTo("1");
  }

  @Test
  void thePackageOfTheSystemIsHidden() {
    Rego rego = Rego.of("package system.x\np := 1", "package test\nq := 2");
    assertThat(rego.value("data")).isEqualTo("{\"test\": {\"q\": 2}}");
    assertThat(rego.value("data.system.x.p")).isEqualTo("1");
  }

  @Test
  void packagesMayBeChosenByAVariable() {
    Rego rego =
        Rego.of(
            "package checks.a\ndeny contains \"a1\"",
            "package checks.b\ndeny contains \"b1\"",
            "package test\nall contains [name, x] if some x in data.checks[name].deny",
            "package one\np := data.checks[input.name].deny");
    assertThat(rego.get("all")).isEqualTo("{[\"a\", \"a1\"], [\"b\", \"b1\"]}");
    assertThat(rego.input("{\"name\": \"b\"}").value("data.one.p")).isEqualTo("{\"b1\"}");
  }

  @Test
  void importsAreShortForReferences() {
    Rego rego =
        Rego.of(
            "package lib.strings\nshout(x) := upper(x)\nmark := \"!\"",
            "package test\nimport data.lib.strings\nimport data.lib.strings.mark as m\n"
                + "import input.name\np := concat(\"\", [strings.shout(name), m])");
    assertThat(rego.input("{\"name\": \"ahoy\"}").get("p")).isEqualTo("\"AHOY!\"");
  }

  @Test
  void aBaseDocumentIsStoredUnderText() {
    Rego rego = Rego.rules("p := data.numbers[2]").data("{\"numbers\": {\"2\": \"two\"}}");
    assertThat(rego.get("p")).isEqualTo("\"two\"");
  }
}
