package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.bench.start.EngineFault.Moment;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;

/** The way from a worker to the engine, on which commands get lost or stuck as told. */
final class TroubledEngine implements ClientInterceptor {

  private final Map<String, EngineFault> faults = new ConcurrentHashMap<>();

  /** The first such command about this resource meets this fault. */
  void next(String resourceUuid, EngineFault fault) {
    faults.put(resourceUuid, fault);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    var call = next.newCall(method, options);
    var fault = take(method.getBareMethodName());
    if (fault.isEmpty()) {
      return call;
    }
    return fault.get().moment() == Moment.BEFORE
        ? before(call, fault.get())
        : after(call, fault.get());
  }

  /** The worker's thread carries the resource in its log fields. */
  private Optional<EngineFault> take(String command) {
    var resource = MDC.get("resourceUuid");
    var fault = resource == null ? null : faults.get(resource);
    return fault != null && fault.command().equals(command) && faults.remove(resource, fault)
        ? Optional.of(fault)
        : Optional.empty();
  }

  private static <Q, A> ClientCall<Q, A> before(ClientCall<Q, A> call, EngineFault fault) {
    if (!fault.breaksConnection()) {
      standStill(fault.freeze());
      return call;
    }
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(new Lost<>(listener), headers);
        cancel("lost on the way to the engine", null);
      }

      @Override
      public void sendMessage(Q message) {
        // Lost.
      }

      @Override
      public void halfClose() {
        // Lost.
      }
    };
  }

  private static <Q, A> ClientCall<Q, A> after(ClientCall<Q, A> call, EngineFault fault) {
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(fault.breaksConnection() ? new Lost<>(listener) : stuck(listener), headers);
      }

      private Listener<A> stuck(Listener<A> listener) {
        return new SimpleForwardingClientCallListener<>(listener) {
          @Override
          public void onMessage(A message) {
            standStill(fault.freeze());
            super.onMessage(message);
          }
        };
      }
    };
  }

  /** Hears no answer, and then that the connection broke. */
  private static final class Lost<A> extends SimpleForwardingClientCallListener<A> {

    private Lost(ClientCall.Listener<A> listener) {
      super(listener);
    }

    @Override
    public void onMessage(A message) {
      // Lost.
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      super.onClose(Status.UNAVAILABLE.withDescription("The connection broke."), trailers);
    }
  }

  /** Real time on purpose: it is the engine's time-out that is waited for. */
  private static void standStill(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
