package org.postern.web.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import org.postern.admin.access.NotAllowedException;
import org.postern.web.door.Expired;
import org.postern.web.door.Trouble;
import org.primefaces.csp.CspException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is no error of the server's is none in its log: a page that it no longer knows is shown anew, and what is not for the person's role is refused.
 */
public class Mishaps extends ExceptionHandlerFactory {
    public Mishaps(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            boolean expired = thrown().anyMatch(
                    cause -> cause instanceof ViewExpiredException || cause instanceof CspException);
            if (expired) {
                answered(Mishaps::showAnew);
            } else if (isPartial() && thrown().anyMatch(NotAllowedException.class::isInstance)) {
                answered(external -> external.redirect(external.getRequestContextPath() + Trouble.NOT_ALLOWED));
            } else {
                super.handle();
            }
        }

        private static boolean isPartial() {
            return FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest();
        }

        private Stream<Throwable> thrown() {
            return StreamSupport.stream(getUnhandledExceptionQueuedEvents().spliterator(), false)
                    .map(event -> event.getContext().getException())
                    .flatMap(thrown -> Stream.iterate(Optional.ofNullable(thrown), Optional::isPresent,
                            cause -> cause.map(Throwable::getCause)).flatMap(Optional::stream));
        }

        private void answered(Answer answer) {
            for (Iterator<ExceptionQueuedEvent> all = getUnhandledExceptionQueuedEvents().iterator(); all.hasNext();) {
                all.next();
                all.remove();
            }
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                answer.to(faces.getExternalContext());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            faces.responseComplete();
        }
    }

    /** What is answered in place of the page. */
    @FunctionalInterface
    private interface Answer {
        void to(ExternalContext external) throws IOException;
    }

    private static void showAnew(ExternalContext external) throws IOException {
        String page = Optional.ofNullable(external.getRequestHeaderMap().get("Referer"))
                .flatMap(Mishaps::path)
                .orElse(external.getRequestServletPath());
        external.redirect(external.getRequestContextPath() + Expired.PATH + "?to="
                + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** {@return path and query of the page that stands in the browser} */
    private static Optional<String> path(String referer) {
        try {
            URI page = URI.create(referer);
            return Optional.ofNullable(page.getRawPath())
                    .map(path -> page.getRawQuery() == null ? path : path + "?" + page.getRawQuery());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
