package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.CompleteJobResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Does the work of the workers by hand: one job at a time, with the answer that a test wants. */
final class ScriptedJobs {

  private final EngineUnderTest engine;

  ScriptedJobs(EngineUnderTest engine) {
    this.engine = engine;
  }

  /** Completes the next job of a type; returns what the job saw. */
  Map<String, Object> complete(String type, Map<String, Object> result) {
    return complete(type, seen -> result);
  }

  /** Completes the next job of a type with what the answer makes of the variables it sees. */
  Map<String, Object> complete(String type, UnaryOperator<Map<String, Object>> answer) {
    ActivatedJob job = next(type);
    Map<String, Object> seen = job.getVariablesAsMap();
    engine.client().newCompleteCommand(job).variables(answer.apply(seen)).send().join();
    return seen;
  }

  /** Takes this many jobs of a type and completes them without waiting for one before the next. */
  void completeAtOnce(String type, int count) {
    List<ActivatedJob> taken = Stream.generate(() -> next(type)).limit(count).toList();
    List<CamundaFuture<CompleteJobResponse>> sent =
        taken.stream().map(job -> engine.client().newCompleteCommand(job).send()).toList();
    sent.forEach(CamundaFuture::join);
  }

  /** Throws a BPMN error from the next job of a type. */
  void throwError(String type, String code, Map<String, Object> variables) {
    throwError(next(type), code, variables);
  }

  private void throwError(ActivatedJob job, String code, Map<String, Object> variables) {
    engine
        .client()
        .newThrowErrorCommand(job)
        .errorCode(code)
        .errorMessage("scripted")
        .variables(variables)
        .send()
        .join();
  }

  /**
   * Throws a BPMN error from the first job of a type whose variables match; others are put back.
   */
  void throwError(
      String type,
      Predicate<Map<String, Object>> which,
      String code,
      Map<String, Object> variables) {
    ActivatedJob job = next(type);
    if (which.test(job.getVariablesAsMap())) {
      throwError(job, code, variables);
    } else {
      throwError(type, which, code, variables);
      putBack(job);
    }
  }

  /** Waits until a job of this type is there, and takes it. */
  private ActivatedJob next(String type) {
    return await("a job of type " + type)
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> activate(type), jobs -> !jobs.isEmpty())
        .getFirst();
  }

  void assertNone(String type) {
    engine.waitForIdle();
    assertThat(activate(type)).as("jobs of type %s", type).isEmpty();
  }

  private void putBack(ActivatedJob job) {
    engine.client().newFailCommand(job).retries(job.getRetries()).send().join();
  }

  private List<ActivatedJob> activate(String type) {
    return engine
        .client()
        .newActivateJobsCommand()
        .jobType(type)
        .maxJobsToActivate(1)
        .timeout(Duration.ofDays(365))
        .requestTimeout(Duration.ofSeconds(2))
        .send()
        .join()
        .getJobs();
  }
}
