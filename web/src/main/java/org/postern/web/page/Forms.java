package org.postern.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;

import org.postern.limit.BusyException;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What pages with a form of their own have in common. */
public final class Forms {
    private Forms() {}

    /** {@return what a field holds, without what nobody can type; Faces has null for an empty one} */
    public static String given(String text) {
        return Optional.ofNullable(text).orElse("").replaceAll("[\\p{Cc}&&[^\r\n\t]]", "");
    }

    /** {@return what a field has in its lines, without the empty ones and the blanks around the others} */
    public static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** {@return who is logged in} */
    public static String person() {
        return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
    }

    /** {@return what the request says beside the fields of the page; empty if nothing} */
    public static String parameter(String name) {
        return given(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name));
    }

    /** {@return the number that stands in this parameter; 0 if none does} */
    public static long number(String name) {
        String text = parameter(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** {@return this text as part of an address} */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Shows another page, with what was said until now, so that to load it anew does nothing again. */
    public static void show(String page) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.getFlash().setKeepMessages(true);
        try {
            external.redirect(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what is said about something that was not done, in the language of the page where it can be} */
    public static String words(RuntimeException refused) {
        return switch (refused) {
            case RefusedException one -> Texts.current().said(one.sentence());
            case BusyException one -> Texts.current().said(one.sentence());
            default -> String.valueOf(refused.getMessage());
        };
    }

    /** {@return whether it went well, once the page says so, or what is wrong} */
    public static boolean tell(Optional<?> fault, String done) {
        FacesContext faces = FacesContext.getCurrentInstance();
        fault.ifPresentOrElse(
                wrong -> Notices.fault(faces,
                        wrong instanceof Sentence sentence ? Texts.current().said(sentence) : wrong.toString()),
                () -> Notices.done(faces, done));
        return fault.isEmpty();
    }
}
