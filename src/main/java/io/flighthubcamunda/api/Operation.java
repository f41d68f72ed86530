package io.flighthubcamunda.api;

import feign.Request;

/** How an operation is called in messages: method and path, without host, prefix or query. */
final class Operation {

  private static final String PREFIX = "/openapi/v";

  private static final String START = "POST /open_model/models/reconstruction/start";

  private Operation() {}

  /** Whether it is the call that is billed. */
  static boolean starts(Request request) {
    return START.equals(of(request));
  }

  static String of(Request request) {
    var url = request.url();
    var query = url.indexOf('?');
    var path = query < 0 ? url : url.substring(0, query);
    var prefix = path.indexOf(PREFIX);
    if (prefix >= 0) {
      path = path.substring(path.indexOf('/', prefix + PREFIX.length()));
    }
    return request.httpMethod() + " " + path;
  }
}
