package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every diagram promises to designers and operators, whatever it does. */
class ProcessModelsTest {

  private static final String ANY = "any";

  /** Its only task holds a turn and needs no variable. */
  private static final String GATE = "admission-gate";

  private static final String CLEAN_UP = "flighthub.reconstruction.clean-up";

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("io.flighthubcamunda.bpmn.ModelFiles#processes")
  private @interface EachDiagram {}

  @Test
  void shouldBeAcceptedByTheEngineTogether() {
    try (var engine = EngineUnderTest.start()) {
      engine.deployDiagrams();
    }
  }

  @EachDiagram
  void shouldHoldOneExecutableProcessNamedLikeItsFile(String id) {
    assertThat(all(id, Process.class))
        .singleElement()
        .satisfies(process -> assertThat(process.getId()).isEqualTo(id))
        .satisfies(process -> assertThat(process.isExecutable()).isTrue());
  }

  @EachDiagram
  void shouldNameEveryElementButJoiningGateways(String id) {
    assertThat(all(id, FlowNode.class))
        .filteredOn(node -> !(node instanceof Gateway && node.getOutgoing().size() == 1))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
  }

  @EachDiagram
  void shouldTellOperatorsWhatEachStepDoes(String id) {
    assertThat(all(id, Activity.class))
        .allSatisfy(step -> assertThat(step.getDocumentations()).as(step.getId()).hasSize(1));
    assertThat(all(id, ServiceTask.class))
        .allSatisfy(
            task ->
                assertThat(task.getDocumentations().iterator().next().getTextContent())
                    .as(task.getId())
                    .contains("Incident: "));
  }

  @EachDiagram
  void shouldGiveEachStepItsInputsExplicitly(String id) {
    assertThat(all(id, ServiceTask.class))
        .filteredOn(task -> !id.equals(GATE))
        .allSatisfy(task -> assertThat(inputs(task)).as(task.getId()).isNotEmpty());
    assertThat(all(id, CallActivity.class))
        .allSatisfy(call -> assertThat(inputs(call)).as(call.getId()).isNotEmpty())
        .extracting(call -> extension(call, ZeebeCalledElement.class))
        .allSatisfy(
            called -> {
              assertThat(called.isPropagateAllChildVariablesEnabled()).isFalse();
              assertThat(called.isPropagateAllParentVariablesEnabled()).isFalse();
            });
  }

  @EachDiagram
  void shouldTryCleaningUpMoreOftenThanAnythingElse(String id) {
    assertThat(all(id, ServiceTask.class))
        .extracting(task -> extension(task, ZeebeTaskDefinition.class))
        .allSatisfy(
            definition ->
                assertThat(definition.getRetries())
                    .as(definition.getType())
                    .isEqualTo(definition.getType().equals(CLEAN_UP) ? "10" : "8"));
  }

  @EachDiagram
  void shouldEndWithoutAnIncidentForABusinessReason(String id) {
    var caught =
        all(id, BoundaryEvent.class).stream()
            .flatMap(event -> event.getEventDefinitions().stream())
            .filter(ErrorEventDefinition.class::isInstance)
            .map(definition -> codeOf((ErrorEventDefinition) definition))
            .toList();
    assertThat(all(id, EndEvent.class))
        .flatExtracting(EndEvent::getEventDefinitions)
        .allSatisfy(
            definition ->
                assertThat(definition)
                    .isInstanceOfAny(TerminateEventDefinition.class, ErrorEventDefinition.class))
        .filteredOn(ErrorEventDefinition.class::isInstance)
        .allSatisfy(
            thrown -> assertThat(caught).containsAnyOf(codeOf((ErrorEventDefinition) thrown), ANY));
  }

  private static String codeOf(ErrorEventDefinition definition) {
    return definition.getError() == null ? ANY : definition.getError().getErrorCode();
  }

  @EachDiagram
  void shouldDrawHorizontalAndVerticalLinesOnly(String id) {
    assertThat(all(id, BpmnEdge.class))
        .allSatisfy(edge -> assertStraight(edge.getId(), List.copyOf(edge.getWaypoints())));
  }

  @EachDiagram
  void shouldCentreBoundaryEventsOnTheBottomEdge(String id) {
    var events = all(id, BoundaryEvent.class);
    assertThat(events)
        .allSatisfy(
            event -> {
              Bounds own = bounds(id, event);
              Bounds host = bounds(id, event.getAttachedTo());
              var alone =
                  events.stream().filter(e -> e.getAttachedTo().equals(event.getAttachedTo()));
              if (alone.count() == 1) {
                assertThat(own.getX() + own.getWidth() / 2)
                    .isEqualTo(host.getX() + host.getWidth() / 2);
              }
              assertThat(own.getY() + own.getHeight() / 2)
                  .isEqualTo(host.getY() + host.getHeight());
            });
  }

  @EachDiagram
  void shouldCollectIntoAnotherListThanItGoesThrough(String id) {
    // Camunda 8.6.0 empties the collected list first; were it the same, each step would see null.
    assertThat(all(id, ZeebeLoopCharacteristics.class))
        .filteredOn(loop -> loop.getOutputCollection() != null)
        .allSatisfy(
            loop ->
                assertThat(loop.getInputCollection())
                    .doesNotContainPattern("\\b" + loop.getOutputCollection() + "\\b"));
  }

  @Test
  void shouldKnowOnlyTheJobTypesOfTheContract() {
    // given
    List<String> types = new ArrayList<>();

    // when
    for (String id : ModelFiles.ids("bpmn").stream().filter(id -> !id.equals(GATE)).toList()) {
      all(id, ZeebeTaskDefinition.class).forEach(definition -> types.add(definition.getType()));
    }

    // then
    assertThat(Set.copyOf(types))
        .containsExactlyInAnyOrder(
            "flighthub.image-set.check",
            "flighthub.image-set.upload-batch",
            "flighthub.open-model.upload-callback",
            "flighthub.open-model.get-resource",
            "flighthub.open-model.start",
            "flighthub.open-model.get-model",
            "flighthub.open-model.stop",
            "flighthub.result.download",
            CLEAN_UP,
            "flighthub.reconstruction.reconcile",
            "flighthub.operator.notify",
            "flighthub.survey.list-image-sets",
            "flighthub.survey.record-outcome",
            "flighthub.survey.summarize");
  }

  private static void assertStraight(String edge, List<Waypoint> points) {
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      assertThat(from.getX().equals(to.getX()) || from.getY().equals(to.getY())).as(edge).isTrue();
    }
  }

  private static Bounds bounds(String id, BaseElement element) {
    return all(id, BpmnShape.class).stream()
        .filter(shape -> shape.getBpmnElement().getId().equals(element.getId()))
        .map(BpmnShape::getBounds)
        .findFirst()
        .orElseThrow();
  }

  private static Collection<?> inputs(BaseElement element) {
    return extension(element, ZeebeIoMapping.class).getInputs();
  }

  private static <T extends BpmnModelElementInstance> T extension(
      BaseElement element, Class<T> type) {
    return element.getSingleExtensionElement(type);
  }

  private static <T extends ModelElementInstance> Collection<T> all(String id, Class<T> type) {
    return model(id).getModelElementsByType(type);
  }

  private static BpmnModelInstance model(String id) {
    return Bpmn.readModelFromStream(
        ProcessModelsTest.class.getResourceAsStream("/bpmn/" + id + ".bpmn"));
  }
}
