package io.flighthubcamunda.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** README's promises about failures are kept by tests that bear their names. */
class WhatHappensWhenTest {

  private static final String TABLE = "## What happens when …";

  private static List<JavaMethod> tests;

  @BeforeAll
  static void findTests() {
    tests =
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("io.flighthubcamunda")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(WhatHappensWhen.class))
                .toList();
  }

  @Test
  void shouldHaveATestForEachRow() {
    // given
    var proven = tests.stream().flatMap(WhatHappensWhenTest::rowsOf).collect(Collectors.toSet());

    // when
    var unproven = rows().filter(row -> !proven.contains(row));

    // then
    assertThat(unproven).as("rows without a test").isEmpty();
  }

  @Test
  void shouldHaveARowForEachTest() {
    // given
    var rows = rows().collect(Collectors.toSet());

    // when
    var homeless =
        tests.stream()
            .flatMap(test -> rowsOf(test).map(row -> Map.entry(row, test.getFullName())))
            .filter(proof -> !rows.contains(proof.getKey()));

    // then
    assertThat(homeless).as("tests of a row that is not there").isEmpty();
  }

  @Test
  void shouldRunTheTestsOfRows() {
    assertThat(tests)
        .hasSizeGreaterThan(30)
        .allMatch(
            test ->
                test.isAnnotatedWith(Test.class) || test.isAnnotatedWith(ParameterizedTest.class))
        .noneMatch(
            test ->
                test.isAnnotatedWith(Disabled.class)
                    || test.getOwner().isAnnotatedWith(Disabled.class));
  }

  @Test
  void shouldNameNoRowTwice() {
    assertThat(rows()).hasSizeGreaterThan(25).doesNotHaveDuplicates();
  }

  private static Stream<String> rows() {
    return Page.of("README.md")
        .section(TABLE)
        .firstColumn()
        .text()
        .lines()
        .map(String::strip)
        // The head of the table.
        .filter(row -> !row.equals("what"));
  }

  private static Stream<String> rowsOf(JavaMethod test) {
    return Arrays.stream(test.getAnnotationOfType(WhatHappensWhen.class).value());
  }
}
