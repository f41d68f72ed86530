# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml ./
COPY bpmn bpmn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -q -B package -Dmaven.test.skip=true \
    && java -Djarmode=tools -jar target/flighthub-camunda-*.jar extract --layers --destination layers

FROM eclipse-temurin:21-jre
RUN useradd --uid 10001 --create-home flighthub \
    && mkdir -p /images /results \
    && chown flighthub /results
WORKDIR /app
# Libraries change less often than our code, so they are a layer of their own.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER flighthub
VOLUME ["/images", "/results"]
ENV FLIGHTHUB_IMAGE_ROOTS=/images FLIGHTHUB_RESULT_ROOT=/results
# Health and metrics of a worker, for its own network; publish the port with care.
ENV MANAGEMENT_SERVER_PORT=9600 MANAGEMENT_SERVER_ADDRESS=0.0.0.0
EXPOSE 9600
# Whether the process should be started again, which asks nobody else. For a worker: other verbs serve no health, and
# are run with --no-healthcheck.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$MANAGEMENT_SERVER_PORT && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# A worker waits and copies: the optimizing compiler would cost more than it brings.
ENTRYPOINT ["sh", "-c", "exec java -XX:MaxRAMPercentage=75 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar flighthub-camunda-*.jar \"$@\"", "flighthub-camunda"]
CMD ["worker"]
