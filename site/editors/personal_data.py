"""For administrators: what is held under one address, to give to the person or to erase."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import log

from core import personal_data


class AddressForm(forms.Form):
    address = forms.EmailField(
        label="E-mail address", widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    sure = forms.BooleanField(label="Erase it for good. There is no way back.", required=False)


class PersonView(WagtailAdminTemplateMixin, FormView):
    """Looks up, exports or erases, by the button pressed. The address is posted, so that it stands
    in no history and no log."""

    page_title = "Personal data"
    header_icon = "user"
    template_name = "editors/person.html"
    form_class = AddressForm
    success_url = reverse_lazy("person:look_up")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def form_valid(self, form):
        address, button = form.cleaned_data["address"], self.request.POST.get("button")
        if button == "export":
            answer = JsonResponse(personal_data.export(address), json_dumps_params={"indent": 2})
            answer["Content-Disposition"] = 'attachment; filename="personal-data.json"'
            return answer
        if button == "erase" and form.cleaned_data["sure"]:
            return self.erase(address)
        if button == "erase":
            form.add_error("sure", "Tick this to say that you are sure.")
        held = personal_data.count(address)
        return self.render_to_response(
            self.get_context_data(form=form, held=held, is_held=any(held.values()))
        )

    def erase(self, address):
        erased = personal_data.erase(address)
        log(self.request.user, "editors.erase_person", data=erased)
        numbers = ", ".join(f"{name}: {number}" for name, number in erased.items())
        messages.success(self.request, f"Erased for good: {numbers}.")
        return redirect(self.success_url)


class PersonViewSet(ViewSet):
    name = "person"
    icon = "user"
    menu_label = "Personal data"
    add_to_settings_menu = True

    def get_urlpatterns(self):
        return [path("", PersonView.as_view(), name="look_up")]
