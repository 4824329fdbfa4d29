import { Answer, AnswerApproval, AnswerVariant, AnswerVersionRow } from '#answers';
