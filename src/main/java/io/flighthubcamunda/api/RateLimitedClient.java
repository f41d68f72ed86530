package io.flighthubcamunda.api;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;

/** Holds a call back until the connection's rate allows it (fact sheet 1.5). */
final class RateLimitedClient implements Client {

  private final Client next;
  private final Bucket bucket;

  RateLimitedClient(Client next, FlightHubConnection connection) {
    this.next = next;
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(connection.burst())
                        .refillGreedy(connection.callsPerSecond(), Duration.ofSeconds(1)))
            .build();
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      bucket.asBlocking().consume(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FlightHubUnavailableException(
          "The call was interrupted before it was sent.", null, e);
    }
    return next.execute(request, options);
  }
}
