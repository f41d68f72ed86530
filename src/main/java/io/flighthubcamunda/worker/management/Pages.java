package io.flighthubcamunda.worker.management;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.stereotype.Component;

/**
 * Health and metrics under Spring Boot's usual paths, out of Spring Boot's own endpoints. There is
 * nothing else to be found here: no environment, no properties, no heap.
 */
@Component
class Pages {

  private static final String ROOT = "/actuator/";
  private static final String HEALTH = "health";
  private static final String PROMETHEUS = "prometheus";

  private final HealthEndpoint health;
  private final HttpCodeStatusMapper statuses;
  private final PrometheusScrapeEndpoint prometheus;
  private final ObjectMapper json = JsonMapper.builder().build();

  Pages(HealthEndpoint health, HttpCodeStatusMapper statuses, PrometheusScrapeEndpoint prometheus) {
    this.health = health;
    this.statuses = statuses;
    this.prometheus = prometheus;
  }

  /**
   * @param path of the request, without the query
   */
  Optional<Page> page(String path) {
    if (!path.startsWith(ROOT)) {
      return Optional.empty();
    }
    var names = path.substring(ROOT.length()).split("/");
    return switch (names[0]) {
      case HEALTH -> health(Arrays.copyOfRange(names, 1, names.length));
      case PROMETHEUS -> names.length == 1 ? Optional.of(metrics()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** All of it, one of its groups, or one component. */
  private Optional<Page> health(String... of) {
    return Optional.ofNullable(of.length == 0 ? health.health() : health.healthForPath(of))
        .map(
            seen ->
                new Page(statuses.getStatusCode(seen.getStatus()), "application/json", json(seen)));
  }

  private byte[] json(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Health could not be written", e);
    }
  }

  private Page metrics() {
    var format = PrometheusOutputFormat.CONTENT_TYPE_004;
    var scraped = prometheus.scrape(format, null);
    return new Page(
        scraped.getStatus(), format.getProducedMimeType().toString(), scraped.getBody());
  }
}
