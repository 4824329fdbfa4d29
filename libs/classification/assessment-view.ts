import type { AssessmentView } from '#contract/classification';
import type { Assessment } from './assessment.js';

/** An assessment as it leaves by the API; `correctedBy` is the name of who overruled it, if someone did. */
export function viewAssessment(assessment: Assessment & { correctedBy?: string | null }): AssessmentView {
  return {
    language: assessment.language,
    languageKnown: assessment.languageKnown,
    sentiment: assessment.sentiment,
    intent: assessment.intent,
    harm: assessment.harm,
    severity: assessment.severity,
    level: assessment.level,
    advice: assessment.advice,
    reasons: assessment.reasons,
    correctedBy: assessment.correctedBy ?? null,
    authorKind: assessment.authorKind ?? null,
    sentimentConfidence: assessment.sentimentConfidence ?? null,
    offensive: assessment.offensive ?? null,
    anger: assessment.anger ?? null,
    sarcasm: assessment.sarcasm ?? null,
    emotion: assessment.emotion ?? null,
    modelVersion: assessment.modelVersion ?? null,
  };
}
