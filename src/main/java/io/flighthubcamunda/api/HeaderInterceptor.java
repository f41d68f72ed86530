package io.flighthubcamunda.api;

import feign.RequestInterceptor;
import java.util.UUID;

/** The headers of fact sheet 1.1. Feign repeats nothing, so a call is an attempt. */
final class HeaderInterceptor {

  private final FlightHubConnection connection;

  HeaderInterceptor(FlightHubConnection connection) {
    this.connection = connection;
  }

  RequestInterceptor organizationScope() {
    return request -> {
      request.header("X-User-Token", connection.key().reveal());
      request.header("X-Request-Id", UUID.randomUUID().toString());
      request.header("X-Language", connection.language());
      request.header("Accept", "application/json");
      if (request.body() != null) {
        request.removeHeader("Content-Type");
        request.header("Content-Type", "application/json");
      }
    };
  }

  RequestInterceptor projectScope() {
    return request -> request.header("X-Project-Uuid", connection.projectUuid());
  }
}
