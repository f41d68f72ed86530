package io.flighthubcamunda.worker.config;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.instance.ClusterSearch;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.OperateLogin;
import io.flighthubcamunda.worker.instance.OperateSearch;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.job.RemoteCleanUp;
import io.flighthubcamunda.worker.reconcile.Reconciler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds process instances against FlightHub, for the workers and at the terminal. */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

  @Bean
  LivingInstances livingInstances(CamundaClient engine) {
    return new LivingInstances(engine);
  }

  @Bean
  InstanceSearch instanceSearch(CamundaClient engine, FlightHubProperties properties) {
    var operate = properties.operate();
    return operate.url() == null
        ? new ClusterSearch(engine)
        : new OperateSearch(
            new OperateLogin(operate.url(), operate.username(), operate.password()));
  }

  @Bean
  ResourceUuids resourceUuids(FlightHubProperties properties) {
    return new ResourceUuids(properties.installation());
  }

  @Bean
  RemoteCleanUp remoteCleanUp(OpenModelApi flightHub) {
    return new RemoteCleanUp(flightHub);
  }

  @Bean
  Reconciler reconciler(
      OpenModelApi flightHub,
      LivingInstances engine,
      InstanceSearch search,
      ResourceUuids uuids,
      RemoteCleanUp remote,
      FlightHubProperties properties) {
    var named = !properties.installation().equals(FlightHubProperties.UNNAMED);
    return new Reconciler(flightHub, engine, search, uuids, remote, named);
  }
}
