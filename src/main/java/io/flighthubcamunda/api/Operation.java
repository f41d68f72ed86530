package io.flighthubcamunda.api;

import feign.Request;

/** How an operation is called in messages: method and path, without host, prefix or query. */
final class Operation {

  private static final String PREFIX = "/openapi/v";

  private Operation() {}

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
