package org.postern.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.postern.assessment.Assessment;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.event.Event;
import org.postern.web.text.Texts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pages say what was decided about a message, and what that rests on. Everything it returns is text, still to be escaped. */
@Named("judged")
@ApplicationScoped
public class JudgedWords {
    /** {@return what was decided, by which score and why; empty where nobody judged, or the note of the step says it} */
    public String verdict(Event event) {
        Texts texts = Texts.current();
        Assessment found = event.assessment();
        String why = found.reason().toString();
        String score = found.symbols().isEmpty() ? "" : texts.say("message.scoreX", found.score());
        boolean isNoted = event.detail().filter(note -> note.contains(why)).isPresent();
        return Stream.of(found.verdict() == Verdict.NONE ? "" : texts.word(found.verdict()), score, isNoted ? "" : why)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** {@return what a way to authenticate the sender came to, as Authentication-Results has it (RFC 8601)} */
    public String result(MethodResult result) {
        List<String> properties = result.properties()
                .stream()
                .map(one -> one.type() + "." + one.name() + "=" + one.value())
                .toList();
        return Stream.of(Stream.of(result.method() + "=" + result.result().word()), properties.stream(),
                result.reason().map(why -> "(" + why + ")").stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "));
    }
}
