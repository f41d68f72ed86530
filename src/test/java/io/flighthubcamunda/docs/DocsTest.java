package io.flighthubcamunda.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages for people name is there. */
class DocsTest {

  private static final String RUNBOOK = "docs/operator.md";
  private static final String INCIDENTS = "## Incidents, and what to do";

  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\w/.])(flighthub\\.[a-z][a-z0-9-]*(?:\\.[a-z0-9*-]+)*)");

  private static final Pattern VERB = Pattern.compile("-jar \\S+ ([a-z][a-z-]*)");
  private static final Pattern TEMPLATE = Pattern.compile("\\*(FlightHub: [^*]+)\\*");

  @Test
  void shouldQuoteOnlyMessagesThatTheProductSays() {
    // given
    var said = Messages.read().all();

    // when
    var quoted = quotations(Page.of(RUNBOOK));

    // then
    assertThat(quoted).hasSizeGreaterThan(40);
    assertThat(quoted)
        .allSatisfy(part -> assertThat(said).anyMatch(message -> message.contains(part)));
  }

  @Test
  void shouldSayWhatToDoAboutEachIncident() {
    // given
    var known = quotations(Page.of(RUNBOOK).section(INCIDENTS).firstColumn());

    // when
    var raised = Messages.read().ofIncidents();

    // then
    assertThat(raised).hasSizeGreaterThan(25);
    assertThat(raised)
        .allSatisfy(message -> assertThat(known).anyMatch(part -> message.contains(part)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldLinkToWhatIsThere(Page page) {
    assertThat(page.links())
        .filteredOn(link -> !link.startsWith("http"))
        .allSatisfy(link -> assertThat(leadsSomewhere(page, link)).as(link).isTrue());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldNameOnlySettingsMetricsAndJobTypesThatExist(Page page) {
    // given
    var known = Names.dotted();

    // when
    var named = page.find(DOTTED);

    // then
    assertThat(named).allSatisfy(name -> assertThat(exists(name, known)).as(name).isTrue());
  }

  @Test
  void shouldExplainOnlySettingsThatExist() {
    // given
    var known = Names.dotted();

    // when
    var explained = Page.of("README.md").section("## Settings").text().split("\n### ")[0];

    // then
    assertThat(new Page(null, explained).firstColumn().code())
        .hasSizeGreaterThan(30)
        .filteredOn(name -> !name.startsWith("management.") && !name.equals("flighthub."))
        .map(name -> "flighthub." + name.replace(".REASON", ""))
        .isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldNameOnlyVerbsThatExist(Page page) {
    assertThat(Names.verbs()).containsAll(page.find(VERB));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldNameOnlyElementTemplatesThatExist(Page page) {
    assertThat(Names.templates()).containsAll(page.find(TEMPLATE));
  }

  @Test
  void shouldSayWhatToDoAboutEachAlert() {
    assertThat(Page.of(RUNBOOK).section("## Alerts").firstColumn().code())
        .containsExactlyElementsOf(Names.alerts());
  }

  static Stream<Page> pages() {
    return Page.all();
  }

  /** In the runbook, what stands in backticks and has a blank is a message, or a command. */
  private static List<String> quotations(Page page) {
    return page.code().stream()
        .filter(code -> code.contains(" "))
        .filter(code -> !code.startsWith("java ") && !code.startsWith("curl "))
        .filter(code -> !code.startsWith("--"))
        .toList();
  }

  private static boolean leadsSomewhere(Page page, String link) {
    var parts = link.split("#", 2);
    var file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    return Files.exists(file)
        && (parts.length == 1 || Page.of(file.toString()).anchors().contains(parts[1]));
  }

  private static boolean exists(String name, Set<String> known) {
    return name.endsWith("*")
        ? known.stream().anyMatch(one -> one.startsWith(name.substring(0, name.length() - 1)))
        : known.contains(name);
  }
}
