package org.postern.web.page.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.trust.GreylistDesk;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.web.page.Forms;
import org.postern.web.text.Texts;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is to come again. */
@Named
@ViewScoped
public class GreylistView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 200;

    @Inject
    private transient GreylistDesk desk;

    private String text = "";
    private transient List<Waiting> found;

    /** {@return the latest of them that have the text in them} */
    public List<Waiting> getWaiting() {
        if (found == null) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            found = desk.waiting(GreylistDesk.MAX_LIMIT)
                    .stream()
                    .filter(one -> words(one.contact()).contains(wanted))
                    .limit(LINES)
                    .toList();
        }
        return found;
    }

    private static String words(Contact contact) {
        return contact.network() + " " + contact.sender() + " " + contact.recipient();
    }

    /** {@return how many are shown at most} */
    public int getMost() {
        return LINES;
    }

    /** Lets in the contact that the request names. */
    public void release() {
        Contact contact = new Contact(Forms.parameter("network"), Forms.parameter("sender"),
                Forms.parameter("recipient"));
        Forms.tell(
                desk.release(contact)
                        ? Optional.empty()
                        : Optional.of(Texts.current().say("greylist.itDoesNotWaitAnyMore")),
                Texts.current().say("greylist.mailFromXToXIsLetIn", contact.network(), contact.recipient()));
        Forms.show("greylist?q=" + Forms.encoded(text));
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Forms.given(text);
    }
}
