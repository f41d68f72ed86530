package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One request from its headers to its answer, faults included. */
final class Dispatcher {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Operation, Answerer> answerers;
  private final HeaderRules headerRules;
  private final Subjects subjects;
  private final Faults faults;
  private final Archives archives;
  private final InstantSource clock;

  Dispatcher(
      Map<Operation, Answerer> answerers,
      HeaderRules headerRules,
      Subjects subjects,
      Faults faults,
      Archives archives,
      InstantSource clock) {
    this.answerers = answerers;
    this.headerRules = headerRules;
    this.subjects = subjects;
    this.faults = faults;
    this.archives = archives;
    this.clock = clock;
  }

  boolean offers(Operation operation) {
    return answerers.containsKey(operation);
  }

  /**
   * @param headers by their names; null where there is none
   * @return empty where the connection is to break without an answer
   */
  Optional<Answer> dispatch(
      Operation.Match match,
      UnaryOperator<String> headers,
      Map<String, String> query,
      byte[] body) {
    try {
      String project = headerRules.check(match.operation(), headers);
      Subjects.Subject subject = subjects.of(match, () -> json(body));
      Optional<Fault> fault =
          faults.take(match.operation(), subject.resourceUuid(), subject.toString());
      Effect effect = () -> effect(match, project, query, body);
      return fault.isEmpty() ? Optional.of(effect.happen()) : meet(fault.get(), effect);
    } catch (Refusal refusal) {
      return Optional.of(refused(refusal));
    }
  }

  private interface Effect {
    Answer happen();
  }

  private static Optional<Answer> meet(Fault fault, Effect effect) {
    return switch (fault) {
      case Fault.HttpStatus http -> Optional.of(Answer.httpFault(http.status(), http.retryAfter()));
      case Fault.Code code -> Optional.of(Answer.refusal(code.code(), code.message()));
      case Fault.HtmlPage page -> Optional.of(Answer.html());
      case Fault.DropBeforeEffect drop -> Optional.empty();
      case Fault.DropAfterEffect drop -> {
        effect.happen();
        yield Optional.empty();
      }
      case Fault.HalfAnswer half -> Optional.of(effect.happen().half());
      case Fault.AfterEffect after -> {
        effect.happen();
        pause(after.delay());
        yield meet(after.answer(), effect);
      }
      case Fault.DelayBeforeEffect before -> {
        pause(before.delay());
        yield Optional.of(effect.happen());
      }
      case Fault.DelayAfterEffect after -> {
        Answer answer = effect.happen();
        pause(after.delay());
        yield Optional.of(answer);
      }
    };
  }

  private Answer effect(
      Operation.Match match, String project, Map<String, String> query, byte[] body) {
    try {
      archives.purge();
      Call call =
          new Call(match.operation(), match.uuid(), project, query, json(body), clock.instant());
      return Answer.success(answerers.get(match.operation()).answer(call));
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  private static JsonNode json(byte[] body) {
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw RefusalCode.PARAMETER.because("the body is not JSON");
    }
    throw RefusalCode.PARAMETER.because("the body is not a JSON object");
  }

  private static Answer refused(Refusal refusal) {
    return Answer.refusal(refusal.code().number(), refusal.getMessage());
  }

  /** Real time on purpose: it is the client's time-out that is tested. */
  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
