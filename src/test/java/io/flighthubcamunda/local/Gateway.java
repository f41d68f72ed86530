package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.client.api.response.Topology;
import java.net.URI;
import java.time.Duration;

/** The gRPC entrance of an engine. */
record Gateway(URI address) {

  /** A client without credentials and without TLS, which is what a local engine wants. */
  CamundaClient connect() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(address)
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(Duration.ofSeconds(10))
        .build();
  }

  /** Whether there is a partition whose leader is healthy, so that commands will be taken. */
  boolean isReady(CamundaClient client) {
    Topology topology =
        client.newTopologyRequest().requestTimeout(Duration.ofSeconds(2)).send().join();
    return topology.getBrokers().stream()
        .flatMap(broker -> broker.getPartitions().stream())
        .anyMatch(Gateway::isHealthyLeader);
  }

  private static boolean isHealthyLeader(PartitionInfo partition) {
    return partition.isLeader() && partition.getHealth() == PartitionBrokerHealth.HEALTHY;
  }
}
