import { useMatch, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';

const typingPauseMs = 200;

/**
 * The text of a search field, and how to set it. `apply` puts it into the address when typing pauses, unless it stands
 * there already or the person is on the way to another page.
 */
export function useSearchText(applied: string, apply: (text: string) => void): [string, (text: string) => void] {
  const router = useRouter();
  const pathname = useMatch({ strict: false, select: (match) => match.pathname });
  const [text, setText] = useState(applied);
  const applyText = useEffectEvent(() => {
    const wanted = text.trim();
    if (wanted !== applied && router.latestLocation.pathname === pathname) apply(wanted);
  });

  useEffect(() => {
    const timer = setTimeout(() => applyText(), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  return [text, setText];
}
