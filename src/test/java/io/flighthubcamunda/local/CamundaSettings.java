package io.flighthubcamunda.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a Camunda 8.6 on one machine must be told: loopback only, one small partition; with Operate,
 * OpenSearch instead of Elasticsearch and the built-in user instead of Identity.
 */
record CamundaSettings(LocalPorts ports, Path data) {

  private static final String LOOPBACK = "127.0.0.1";

  /** Environment variables for a broker with its gateway, that tells nobody what it does. */
  Map<String, String> brokerAlone() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_ADDRESS", LOOPBACK);
    environment.put("SERVER_PORT", number(LocalPort.HTTP));
    environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
    environment.put("MANAGEMENT_SERVER_PORT", number(LocalPort.MANAGEMENT));
    addNoAws(environment);
    addBroker(environment);
    return environment;
  }

  /** The same, but each record goes to a file too. */
  Map<String, String> brokerThatWrites(Path records) {
    Map<String, String> environment = brokerAlone();
    String exporter = "ZEEBE_BROKER_EXPORTERS_RECORDS_";
    environment.put(exporter + "CLASSNAME", RecordFile.class.getName());
    environment.put(
        exporter + "ARGS_" + RecordFile.FILE.toUpperCase(Locale.ROOT), records.toString());
    return environment;
  }

  /**
   * Environment variables for broker, Operate and Tasklist in one process.
   *
   * @param engineRest where Operate and Tasklist reach the engine's REST API
   */
  Map<String, String> withOperate(URI engineRest) {
    Map<String, String> environment = brokerAlone();
    environment.put("SPRING_PROFILES_ACTIVE", "broker,operate,tasklist,auth");
    addExporter(environment);
    for (String application : List.of("OPERATE", "TASKLIST")) {
      addWebApplication("CAMUNDA_" + application, engineRest, environment);
    }
    return environment;
  }

  /** Camunda signs its requests to OpenSearch when it finds AWS credentials anywhere. */
  private void addNoAws(Map<String, String> environment) {
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", data.resolve("no-aws-config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", data.resolve("no-aws-credentials").toString());
  }

  private void addBroker(Map<String, String> environment) {
    String broker = "ZEEBE_BROKER_";
    environment.put(broker + "DATA_DIRECTORY", data.toString());
    // The broker stops taking commands when the disk runs low, by default at 2 GB free.
    environment.put(broker + "DATA_DISK_ENABLEMONITORING", "false");
    environment.put(broker + "DATA_LOGSEGMENTSIZE", "16MB");
    environment.put(broker + "EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "128MB");
    environment.put(broker + "NETWORK_HOST", LOOPBACK);
    environment.put(broker + "NETWORK_COMMANDAPI_PORT", number(LocalPort.COMMAND));
    environment.put(broker + "NETWORK_INTERNALAPI_PORT", number(LocalPort.INTERNAL));
    environment.put(
        broker + "CLUSTER_INITIALCONTACTPOINTS", LOOPBACK + ":" + number(LocalPort.INTERNAL));
    environment.put(broker + "GATEWAY_NETWORK_HOST", LOOPBACK);
    environment.put(broker + "GATEWAY_NETWORK_PORT", number(LocalPort.GRPC));
  }

  private void addExporter(Map<String, String> environment) {
    String exporter = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";
    environment.put(
        exporter + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
    environment.put(exporter + "ARGS_URL", search());
    // One record at a time: Operate shows what happened at once, and a demo writes little.
    environment.put(exporter + "ARGS_BULK_SIZE", "1");
    environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
    environment.put("CAMUNDA_DATABASE_URL", search());
  }

  private void addWebApplication(String prefix, URI engineRest, Map<String, String> environment) {
    environment.put(prefix + "_DATABASE", "opensearch");
    environment.put(prefix + "_OPENSEARCH_URL", search());
    environment.put(prefix + "_ZEEBEOPENSEARCH_URL", search());
    environment.put(prefix + "_ZEEBE_GATEWAYADDRESS", LOOPBACK + ":" + number(LocalPort.GRPC));
    environment.put(prefix + "_ZEEBE_RESTADDRESS", engineRest.toString());
    environment.put(prefix + "_CSRFPREVENTIONENABLED", "false");
    // Milliseconds between two looks for new records.
    environment.put(prefix + "_IMPORTER_READERBACKOFF", "500");
  }

  private String search() {
    return ports.address(LocalPort.SEARCH).toString();
  }

  private String number(LocalPort port) {
    return String.valueOf(ports.number(port));
  }
}
