package org.postern.web.text;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;

/** Lets pages say {@code text} for the texts in their reader's language, and lead from there to a file. */
public class TextResolver extends ELResolver {
    private static final String NAME = "text";

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null && NAME.equals(property)) {
            context.setPropertyResolved(true);
            return Texts.current();
        }
        if (base instanceof Texts texts && property instanceof String file) {
            context.setPropertyResolved(base, property);
            return texts.file(file);
        }
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // texts do not change
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return String.class;
    }
}
