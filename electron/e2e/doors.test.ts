import { openMemoryDoor, openTestWebDoor } from './testing/open-doors.ts';
import { transportSuite } from './transport-suite.ts';

transportSuite('memory', openMemoryDoor);
transportSuite('web', openTestWebDoor);
