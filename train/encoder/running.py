"""A run: steps of AdamW under a rate that rises and falls, and the moving average of the weights that is kept."""
import time

import torch

# The rate rises for so many steps, then falls in a straight line with the time that is left, down to a hundredth.
WARMING_STEPS, LOWEST_SHARE = 100, 0.01
LONGEST_GRADIENT = 1.0
# The reader that is kept is a moving average: of the last 500 steps or so, at the start of fewer.
LONGEST_MEMORY, SOON = 0.998, 20
REPORT_STEPS = 100
REPORT_MEMORY = 0.97


def run(reader, optimizer, lesson, together, progress, told=lambda: ''):
    """the moving average of the reader's weights

    lesson: () -> {task: loss}; together: {task: loss} -> one loss; progress: steps that are done -> share of the run
    (1: the end); told: what else to report. `rate` in each of the optimizer's groups is where its rate starts from.
    """
    average = {name: tensor.detach().clone() for name, tensor in reader.state_dict().items()}
    steps, smooth = 0, {}
    while (done := progress(steps)) < 1:
        with torch.autocast('cpu', dtype=torch.bfloat16):
            by_task = lesson()
        optimizer.zero_grad(set_to_none=True)
        together(by_task).backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), LONGEST_GRADIENT)
        for group in optimizer.param_groups:
            group['lr'] = group['rate'] * min(1, (steps + 1) / WARMING_STEPS) * max(LOWEST_SHARE, 1 - done)
        optimizer.step()
        steps += 1
        move(average, reader.state_dict(), min(LONGEST_MEMORY, steps / (steps + SOON)))
        smooth = {task: smoothed(smooth.get(task), loss.item()) for task, loss in by_task.items()}
        if steps % REPORT_STEPS == 0:
            report(steps, told(), smooth)
    report(steps, told(), smooth)
    return average


@torch.no_grad()
def move(average, state, memory):
    for name, tensor in state.items():
        average[name].lerp_(tensor, 1 - memory)


def smoothed(before, now):
    return now if before is None else REPORT_MEMORY * before + (1 - REPORT_MEMORY) * now


def progress_of(options):
    """of a run of `options.steps` steps, or of `options.minutes` of processor time"""
    return in_steps(options.steps) if options.steps else in_minutes(options.minutes)


def in_minutes(minutes):
    start = time.process_time()
    return lambda _: (time.process_time() - start) / (60 * minutes)


def in_steps(steps):
    return lambda done: done / steps


def report(steps, told, smooth):
    say('step', steps, told, {task: round(loss, 4) for task, loss in smooth.items()})


def say(*words):
    print(f'[{time.process_time():7.1f}]', *words, flush=True)
