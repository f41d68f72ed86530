package io.flighthubcamunda.worker.job;

import io.camunda.client.api.command.InternalClientException;
import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.FlightHubSetupException;
import io.flighthubcamunda.api.FlightHubUnavailableException;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.imageset.SourceUnavailableException;
import io.flighthubcamunda.result.ResultException;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.upload.UploadCancelledException;
import java.util.Optional;

/**
 * Which exception calls for which {@link Reaction}: passing, lasting or business. All workers share
 * this table; a worker that must react otherwise to a kind catches it itself.
 */
public final class Reactions {

  private static final int LONGEST_QUOTE = 200;

  private Reactions() {}

  public static Reaction to(Throwable failure) {
    return switch (failure) {
      case FlightHubException e -> toFlightHub(e);
      case BusinessError e -> new Reaction.Decide(e);
      case OperatorNeeded e -> new Reaction.AskOperator(e.getMessage());
      case NotYet e -> tryAgain(e);
      case StorageException e ->
          e.kind() != StorageException.Kind.LASTING
              ? tryAgain(e)
              : new Reaction.AskOperator(e.getMessage());
      case ResultException e ->
          e.passing() ? tryAgain(e) : new Reaction.AskOperator(e.getMessage());
      case SourceUnavailableException e -> tryAgain(e);
      case SourceFileChangedException e -> decide(BpmnErrorCode.IMAGE_SET_CHANGED, e);
      case ImageSetException e ->
          decide(
              e.code() == ImageSetException.Code.CHANGED
                  ? BpmnErrorCode.IMAGE_SET_CHANGED
                  : BpmnErrorCode.IMAGE_SET_INVALID,
              e);
      case InternalClientException e -> new Reaction.AskOperator(wrongForm(e));
      case UploadCancelledException e -> new Reaction.Forget(e.getMessage());
      default ->
          new Reaction.TryAgain(
              "Unexpected %s: %s. The worker's log has the details."
                  .formatted(failure.getClass().getSimpleName(), failure.getMessage()),
              Optional.empty());
    };
  }

  /** Whether the table above knows the exception; one that it doesn't know is a defect of ours. */
  static boolean foreseen(Throwable failure) {
    return failure.getClass().getName().startsWith("io.flighthubcamunda.");
  }

  /** The client's own message goes on for lines about Jackson. */
  private static String wrongForm(InternalClientException failure) {
    var said = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return "A variable of this task does not have the form that the worker needs (%s). Correct it and retry."
        .formatted(said.length() > LONGEST_QUOTE ? said.substring(0, LONGEST_QUOTE) + "…" : said);
  }

  private static Reaction toFlightHub(FlightHubException failure) {
    return switch (failure) {
      case FlightHubUnavailableException e -> new Reaction.TryAgain(e.getMessage(), e.retryAfter());
      case FlightHubAnswerLostException e -> tryAgain(e);
      case FlightHubSetupException e -> new Reaction.AskOperator(e.getMessage());
      case FlightHubRefusalException e ->
          new Reaction.AskOperator(e.getMessage() + advice(e.reason()));
    };
  }

  /** What to do about a refusal that the worker itself can do nothing about. */
  private static String advice(RefusalReason reason) {
    return switch (reason) {
      // Its message says what to check.
      case NOT_OFFERED -> "";
      case UNKNOWN ->
          " What that code means is not known here: look it up, tell the workers with"
              + " flighthub.codes if it is one of those that they react to, and retry.";
      case NOT_FOUND, RESOURCE_NOT_USABLE ->
          " It may have been deleted: look in FlightHub, then retry or cancel.";
      case PARAMETER -> " Correct the variables of this task and retry.";
      case IMAGE_SET -> " Cancel, and start again with an image set that FlightHub takes.";
      case CONCURRENCY_LIMIT, IN_USE -> " Retry when the reconstructions under way have ended.";
      case QUOTA_USED_UP -> " Retry when there is quota again.";
      case UPLOAD_MISMATCH ->
          " What lies in the store is not what was sent: check flighthub.upload.etag, then cancel"
              + " and start again.";
      case CREDENTIAL_EXPIRED ->
          " Retry; when the time of the upload's credential is over, the batch is uploaded again.";
    };
  }

  private static Reaction tryAgain(Throwable failure) {
    return new Reaction.TryAgain(failure.getMessage(), Optional.empty());
  }

  private static Reaction decide(BpmnErrorCode code, Throwable failure) {
    return new Reaction.Decide(new BusinessError(code, failure.getMessage()));
  }
}
