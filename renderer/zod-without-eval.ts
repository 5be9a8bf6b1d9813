// Imported before anything else. The page's policy forbids making code from text, which zod otherwise tries at once.
import { z } from 'zod';

z.config({ jitless: true });
