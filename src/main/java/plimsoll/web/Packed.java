package plimsoll.web;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the pages behind a personal link, which are read on slow networks. Others are left as they
 * are: the length of a packed page can tell a secret in it to whoever makes a browser ask for it
 * again and again with words of his own in it, and these pages alone repeat no such words.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Packed implements WriterInterceptor {
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    if (!wanted(answer.getMediaType())) {
      answer.proceed();
      return;
    }
    // The view is written before the headers of the answer are.
    response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    var packing = new GZIPOutputStream(answer.getOutputStream());
    answer.setOutputStream(packing);
    answer.proceed();
    packing.finish();
  }

  private boolean wanted(MediaType type) {
    var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && accepted.contains("gzip")
        && request.getRequestURI().startsWith("/s/")
        && MediaType.TEXT_HTML_TYPE.isCompatible(type);
  }
}
