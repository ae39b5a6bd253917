"""Makes attention_loss.json: attention transfer in PyTorch, with its own normalize, interpolate and autograd.

python attention_loss.py > attention_loss.json
"""
import json
import torch
import torch.nn.functional as F

torch.manual_seed(20171)
cases = []
for rows, channels, steps, given, weight in [(3, 2, 5, 5, 1.0), (2, 3, 8, 4, 0.7), (2, 4, 5, 12, 250.0), (1, 1, 6, 1, 2.0)]:
    student = torch.randn(rows, channels, steps, dtype=torch.float64, requires_grad=True)
    teacher = F.normalize(torch.rand(rows, given, dtype=torch.float64) + 0.05, dim=1)
    taught = F.interpolate(teacher[:, None], size=steps, mode="linear", align_corners=False)[:, 0]
    mine = F.normalize(student.pow(2).mean(1), dim=1)
    loss = weight * (mine - F.normalize(taught, dim=1)).pow(2).sum(1).mean()
    loss.backward()
    cases.append({"weight": weight, "student": student.tolist(), "teacher": teacher.tolist(),
                  "attention": mine.tolist(), "loss": loss.item(), "gradient": student.grad.tolist()})
print(json.dumps({"torch": torch.__version__.split("+")[0], "cases": cases}, indent=1))
