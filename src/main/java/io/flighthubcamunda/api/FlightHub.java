package io.flighthubcamunda.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.jackson.JacksonEncoder;

/** Builds the Feign clients of one {@link FlightHubConnection}; both share its rate limit. */
public final class FlightHub {

  private final String projectUuid;
  private final OpenModelApi openModel;
  private final OrganizationApi organization;

  private FlightHub(String projectUuid, OpenModelApi openModel, OrganizationApi organization) {
    this.projectUuid = projectUuid;
    this.openModel = openModel;
    this.organization = organization;
  }

  public static FlightHub connect(FlightHubConnection connection) {
    return connect(connection, call -> {});
  }

  /**
   * @param observer hears of the calls of both clients
   */
  public static FlightHub connect(FlightHubConnection connection, CallObserver observer) {
    var http = new LossAwareClient(HttpConnections.to(connection));
    var calls = new WatchedCalls(connection, observer);
    var headers = new HeaderInterceptor(connection);
    return new FlightHub(
        connection.projectUuid(),
        builder(connection, http, calls)
            .requestInterceptor(headers.organizationScope())
            .requestInterceptor(headers.projectScope())
            .target(OpenModelApi.class, connection.url()),
        builder(connection, http, calls)
            .requestInterceptor(headers.organizationScope())
            .target(OrganizationApi.class, connection.url()));
  }

  /**
   * @throws IllegalArgumentException when the connection names no project
   */
  public OpenModelApi openModel() {
    if (projectUuid == null || projectUuid.isBlank()) {
      throw new IllegalArgumentException(
          "flighthub.project-uuid is not set. The verb `projects` lists the projects of your"
              + " organization.");
    }
    return openModel;
  }

  public OrganizationApi organization() {
    return organization;
  }

  private static Feign.Builder builder(
      FlightHubConnection connection, Client http, WatchedCalls calls) {
    var mapper = mapper();
    return Feign.builder()
        .client(http)
        .invocationHandlerFactory(calls)
        .encoder(new JacksonEncoder(mapper))
        .responseInterceptor(new EnvelopeReader(connection, mapper))
        .decodeVoid()
        // The engine owns the retries: a repeated POST may be billed.
        .retryer(Retryer.NEVER_RETRY)
        .options(options(connection));
  }

  private static Request.Options options(FlightHubConnection connection) {
    return new Request.Options(connection.connectTimeout(), connection.requestTimeout(), false);
  }

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }
}
