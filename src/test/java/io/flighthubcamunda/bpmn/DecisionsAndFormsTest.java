package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** Decision tables, forms and diagrams know each other. */
class DecisionsAndFormsTest {

  private static final List<String> PRESETS =
      List.of("fast-preview", "standard", "high-detail", "point-cloud");

  @Test
  void shouldHaveEachFormAndDecisionThatADiagramNames() {
    assertThat(
            models()
                .flatMap(model -> model.getModelElementsByType(ZeebeFormDefinition.class).stream())
                .map(ZeebeFormDefinition::getFormId)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(ModelFiles.ids("form"));
    assertThat(
            models()
                .flatMap(model -> model.getModelElementsByType(ZeebeCalledDecision.class).stream())
                .map(ZeebeCalledDecision::getDecisionId)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(ModelFiles.ids("dmn"));
  }

  @Test
  void shouldKnowTheReactionOfEveryRowAndHaveATextForPeople() {
    assertThat(table("failure-policy").getRules())
        .allSatisfy(
            row ->
                assertThat(output(row, 0))
                    .isIn("\"retry-later\"", "\"retry-other-preset\"", "\"ask\"", "\"give-up\""))
        .allSatisfy(row -> assertThat(output(row, 4)).isNotEqualTo("null"))
        .filteredOn(row -> output(row, 0).equals("\"ask\""))
        .allSatisfy(
            row ->
                assertThat(output(row, 3))
                    .isIn("\"retry-later\"", "\"retry-other-preset\"", "\"give-up\""));
  }

  @Test
  void shouldHaveARowForWhateverElseHappensAndOneThatEndsAllTrying() {
    var rows = List.copyOf(table("failure-policy").getRules());
    assertThat(rows.getLast().getInputEntries())
        .allSatisfy(entry -> assertThat(entry.getTextContent()).isBlank());
    assertThat(output(rows.getFirst(), 0)).isEqualTo("\"give-up\"");
  }

  @Test
  void shouldOfferEveryPresetAndNoOther() {
    assertThat(table("reconstruction-preset").getRules())
        .extracting(row -> row.getInputEntries().iterator().next().getTextContent().strip())
        .containsExactlyElementsOf(PRESETS.stream().map("\"%s\""::formatted).toList());
    assertThat(table("failure-policy").getRules())
        .extracting(row -> output(row, 2).replace("\"", ""))
        .isSubsetOf(Stream.concat(PRESETS.stream(), Stream.of("null")).toList());
  }

  private static String output(Rule row, int column) {
    return List.copyOf(row.getOutputEntries()).get(column).getTextContent().strip();
  }

  private static DecisionTable table(String id) {
    return Dmn.readModelFromStream(
            DecisionsAndFormsTest.class.getResourceAsStream("/bpmn/" + id + ".dmn"))
        .getModelElementsByType(DecisionTable.class)
        .iterator()
        .next();
  }

  private static Stream<BpmnModelInstance> models() {
    return ModelFiles.processes()
        .map(
            id ->
                Bpmn.readModelFromStream(
                    DecisionsAndFormsTest.class.getResourceAsStream("/bpmn/" + id + ".bpmn")));
  }
}
