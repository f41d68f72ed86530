package io.flighthubcamunda.simulator;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The HTTP shell of the API: paths in, bytes out, dated by the clock of this FlightHub. */
final class ApiServlet extends HttpServlet {

  private static final String SECOND_PREFIX = "/openapi/v2.0";
  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final transient List<String> prefixes;
  private final transient Dispatcher dispatcher;
  private final transient CallCounter counter;
  private final transient InstantSource clock;

  ApiServlet(Endpoints endpoints, Dispatcher dispatcher, CallCounter counter, InstantSource clock) {
    this.prefixes = List.of(endpoints.basePath(), SECOND_PREFIX);
    this.dispatcher = dispatcher;
    this.counter = counter;
    this.clock = clock;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Answer> answer = answer(request);
    if (answer.isPresent()) {
      send(request, response, answer.get());
    } else {
      WebServer.breakOff(request);
    }
  }

  private Optional<Answer> answer(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    Optional<Operation.Match> match = match(request);
    if (match.isEmpty() || body.length > LARGEST_BODY) {
      // A client that is still sending would see a broken connection instead of the answer.
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      return Optional.of(match.isEmpty() ? Answer.notFound() : Answer.tooLarge());
    }
    counter.count(match.get().operation());
    return dispatcher.dispatch(match.get(), request::getHeader, query(request), body);
  }

  private Optional<Operation.Match> match(HttpServletRequest request) {
    String path = request.getPathInfo();
    return prefixes.stream()
        .filter(prefix -> path.startsWith(prefix + "/"))
        .flatMap(
            prefix ->
                Operation.match(request.getMethod(), path.substring(prefix.length())).stream())
        .filter(match -> dispatcher.offers(match.operation()))
        .findFirst();
  }

  private static Map<String, String> query(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (a, b) -> b));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private void send(HttpServletRequest request, HttpServletResponse response, Answer answer)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    response.setHeader("Content-Type", answer.contentType());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body(), 0, answer.sentBytes());
    response.flushBuffer();
    if (answer.sentBytes() < answer.body().length) {
      WebServer.breakOff(request);
    }
  }
}
