import { useState } from 'react';
import type { Annotation } from '../../../../shared/model/annotation';
import { CommentForm } from './comment-form';
import { sayAbout } from './passage-actions';

interface PassageCommentProps {
  readonly annotation: Annotation;
  readonly canChange: boolean;
}

/** A passage's comment; pressed, it can be changed in place. */
export function PassageComment({ annotation, canChange }: PassageCommentProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { id, comment } = annotation;
  const save = (words: string) => {
    setIsEditing(false);
    if (words !== comment) void sayAbout(id, { comment: words });
  };
  if (isEditing) return <CommentForm initial={comment} onSave={save} onCancel={() => setIsEditing(false)} />;
  if (comment === '') return null;
  if (!canChange) return <p className="whitespace-pre-wrap break-words select-text">{comment}</p>;
  return (
    <button
      type="button"
      title="Change the comment"
      onClick={() => setIsEditing(true)}
      className="text-start whitespace-pre-wrap break-words cursor-text rounded-sm hover:bg-sunken -mx-1 px-1"
      dir="auto"
    >
      {comment}
    </button>
  );
}
