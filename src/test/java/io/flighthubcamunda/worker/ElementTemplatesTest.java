package io.flighthubcamunda.worker;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimeDuration;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.flighthubcamunda.worker.job.BpmnErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Templates and what does their work agree, both ways. */
class ElementTemplatesTest {

  private static final int LARGEST_ICON = 8 * 1024;
  private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[a-z]\\w*");
  private static final Pattern TEXT_IN_QUOTES = Pattern.compile("\"[^\"]*\"");

  private static final Set<String> FEEL_WORDS = Set.of("if", "then", "else", "null", "duration");

  private final List<ElementTemplate> templates = ElementTemplate.all();

  @Test
  void shouldHaveOneTemplateForEachJobType() {
    assertThat(templates)
        .flatExtracting(template -> template.jobType().stream().toList())
        .containsExactlyInAnyOrderElementsOf(
            JobContract.all().stream().map(JobContract::jobType).toList());
  }

  @Test
  void shouldAskForWhatTheWorkerReads() {
    assertThat(JobContract.all())
        .allSatisfy(
            job ->
                assertThat(template(job.jobType()).inputs())
                    .as(job.jobType())
                    .containsExactlyInAnyOrderElementsOf(job.reads()));
  }

  @Test
  void shouldOfferWhatTheWorkerWrites() {
    assertThat(JobContract.all())
        .allSatisfy(
            job ->
                assertThat(template(job.jobType()).outputs())
                    .as(job.jobType())
                    .containsExactlyInAnyOrderElementsOf(job.writes()));
  }

  @Test
  void shouldAskForWhatTheCalledProcessReadsFromOutside() {
    assertThat(calls())
        .allSatisfy(
            call ->
                assertThat(call.inputs())
                    .as(call.fileName())
                    .containsExactlyInAnyOrderElementsOf(
                        readFromOutside(call.calledProcess().orElseThrow())));
  }

  @Test
  void shouldOfferOnlyWhatTheCalledProcessWrites() {
    assertThat(calls())
        .allSatisfy(
            call ->
                assertThat(written(call.calledProcess().orElseThrow()))
                    .as(call.fileName())
                    .containsAll(call.outputs()));
  }

  @Test
  void shouldNameEveryBpmnErrorAndNoOther() {
    assertThat(templates.stream().flatMap(t -> t.errorCodes().stream()).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BpmnErrorCode.values()).map(Enum::name).toList());
  }

  @Test
  void shouldCarryAVersionAndASmallIconThatNeedsNoNetwork() {
    assertThat(templates)
        .allSatisfy(
            template -> {
              assertThat(template.json().get("version").asInt()).isPositive();
              assertThat(template.json().at("/engines/camunda").asText()).isEqualTo("^8.6");
              assertThat(template.json().at("/icon/contents").asText())
                  .as(template.fileName())
                  .startsWith("data:image/svg+xml,")
                  .hasSizeLessThan(LARGEST_ICON);
            });
  }

  private List<ElementTemplate> calls() {
    var calls = templates.stream().filter(t -> t.calledProcess().isPresent()).toList();
    assertThat(calls)
        .extracting(call -> call.calledProcess().orElseThrow())
        .containsExactlyInAnyOrder("reconstruct-images", "await-model");
    return calls;
  }

  private ElementTemplate template(String jobType) {
    return templates.stream()
        .filter(template -> template.jobType().filter(jobType::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Names that steps pass on as they are and that no step before has written (a file has its steps
   * in their order), those that get a default, and those that timers wait for.
   */
  private static Set<String> readFromOutside(String processId) {
    var process = process(processId);
    var outside =
        all(process, TimeDuration.class)
            .flatMap(time -> names(time.getTextContent()))
            .collect(toSet());
    var known =
        all(process, ZeebeLoopCharacteristics.class)
            .map(ZeebeLoopCharacteristics::getInputElement)
            .collect(toSet());
    all(process, ZeebeIoMapping.class)
        .forEach(
            step -> {
              var passedOn =
                  step.getInputs().stream()
                      .filter(input -> names(input.getSource()).anyMatch(input.getTarget()::equals))
                      .map(ZeebeInput::getTarget);
              var filledUp =
                  (isJob(step) ? Stream.<ZeebeOutput>empty() : step.getOutputs().stream())
                      .filter(
                          output -> names(output.getSource()).anyMatch(output.getTarget()::equals))
                      .map(ZeebeOutput::getTarget);
              Stream.concat(passedOn, filledUp)
                  .filter(name -> !known.contains(name))
                  .forEach(outside::add);
              if (owner(step) instanceof SubProcess) {
                step.getInputs().stream().map(ZeebeInput::getTarget).forEach(known::add);
              }
              step.getOutputs().stream().map(ZeebeOutput::getTarget).forEach(known::add);
            });
    return outside;
  }

  /** Whether its outputs are named after what somebody else made. */
  private static boolean isJob(ZeebeIoMapping step) {
    return !(owner(step) instanceof StartEvent || owner(step) instanceof BusinessRuleTask);
  }

  private static ModelElementInstance owner(ZeebeIoMapping step) {
    return step.getParentElement().getParentElement();
  }

  private static Set<String> written(String processId) {
    var process = process(processId);
    return Stream.concat(
            all(process, ZeebeOutput.class).map(ZeebeOutput::getTarget),
            all(process, ZeebeLoopCharacteristics.class)
                .map(ZeebeLoopCharacteristics::getOutputCollection))
        .collect(toSet());
  }

  private static Stream<String> names(String expression) {
    return NAME.matcher(TEXT_IN_QUOTES.matcher(expression).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !FEEL_WORDS.contains(name));
  }

  private static <T extends ModelElementInstance> Stream<T> all(
      BpmnModelInstance process, Class<T> type) {
    return process.getModelElementsByType(type).stream();
  }

  private static BpmnModelInstance process(String id) {
    return Bpmn.readModelFromStream(
        ElementTemplatesTest.class.getResourceAsStream("/bpmn/" + id + ".bpmn"));
  }
}
