package plimsoll.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.eclipse.krazo.forms.FormMethodOverwriteFilter;

/**
 * Makes one of Krazo's filters for all requests. It makes one for each, and each looks for its
 * services through every library of the server, which takes longer than all else that a short
 * request does.
 */
public class OneFilterForAll implements Extension {

  void keep(@Observes ProcessAnnotatedType<FormMethodOverwriteFilter> filter) {
    filter
        .configureAnnotatedType()
        .remove(RequestScoped.class::isInstance)
        .add(ApplicationScoped.Literal.INSTANCE);
  }
}
