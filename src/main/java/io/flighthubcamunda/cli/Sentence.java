package io.flighthubcamunda.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.springframework.boot.context.properties.bind.BindException;

/** One sentence for a person out of whatever stopped a verb. */
public final class Sentence {

  private Sentence() {}

  public static String of(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException grpc) {
        return engine(grpc);
      }
      if (cause instanceof BindException binding) {
        return "The setting %s can't be used: %s."
            .formatted(binding.getName(), message(root(binding)));
      }
      if (cause.getClass().getName().startsWith("io.flighthubcamunda.")) {
        return message(cause);
      }
    }
    return message(root(failure));
  }

  private static String engine(StatusRuntimeException e) {
    var code = e.getStatus().getCode();
    if (code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED) {
      return "Camunda can't be reached (%s). Start it, or set camunda.client.grpc-address."
          .formatted(message(root(e)));
    }
    if (code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED) {
      return "Camunda did not let us in (%s). Check camunda.client.auth.*."
          .formatted(e.getStatus().getDescription());
    }
    return "Camunda refused: " + e.getStatus().getDescription();
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null
        ? failure.getClass().getSimpleName()
        : failure.getMessage().lines().findFirst().orElse("").strip();
  }
}
