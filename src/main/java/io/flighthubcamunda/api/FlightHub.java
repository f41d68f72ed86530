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

/** Builds the Feign clients of one {@link FlightHubConnection}; all share its rate limit. */
public final class FlightHub {

  private final String projectUuid;
  private final OpenModelApi openModel;
  private final ModelFileApi modelFiles;
  private final OrganizationApi organization;

  private FlightHub(
      String projectUuid,
      OpenModelApi openModel,
      ModelFileApi modelFiles,
      OrganizationApi organization) {
    this.projectUuid = projectUuid;
    this.openModel = openModel;
    this.modelFiles = modelFiles;
    this.organization = organization;
  }

  public static FlightHub connect(FlightHubConnection connection) {
    return connect(connection, call -> {});
  }

  /**
   * @param observer hears of the calls of all clients
   */
  public static FlightHub connect(FlightHubConnection connection, CallObserver observer) {
    return connect(connection, observer, HttpConnections.to(connection));
  }

  /** With somebody else's way of carrying requests. */
  static FlightHub connect(FlightHubConnection connection, CallObserver observer, Client carrier) {
    var http = new LossAwareClient(carrier, connection.key());
    var calls = new WatchedCalls(connection, observer);
    var headers = new HeaderInterceptor(connection);
    return new FlightHub(
        connection.projectUuid(),
        inProject(connection, http, calls, headers).target(OpenModelApi.class, connection.url()),
        inProject(connection, http, calls, headers).target(ModelFileApi.class, connection.url()),
        builder(connection, http, calls)
            .requestInterceptor(headers.organizationScope())
            .target(OrganizationApi.class, connection.url()));
  }

  private static Feign.Builder inProject(
      FlightHubConnection connection, Client http, WatchedCalls calls, HeaderInterceptor headers) {
    return builder(connection, http, calls)
        .requestInterceptor(headers.organizationScope())
        .requestInterceptor(headers.projectScope());
  }

  /**
   * @throws IllegalArgumentException when the connection names no project
   */
  public OpenModelApi openModel() {
    requireProject();
    return openModel;
  }

  /**
   * @throws IllegalArgumentException when the connection names no project
   */
  public ModelFileApi modelFiles() {
    requireProject();
    return modelFiles;
  }

  private void requireProject() {
    if (projectUuid == null || projectUuid.isBlank()) {
      throw new IllegalArgumentException(
          "flighthub.project-uuid is not set. The verb `projects` lists the projects of your"
              + " organization.");
    }
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
